/** Texts by path from the project's folder. */
export type Texts = ReadonlyMap<string, string>;

/**
 * Adapts the content of a magazine to a new model, when a version of the engine requires it: a numbered file in
 * `migrations/`. It changes as little text as it can, and leaves adapted content as it is.
 *
 * @param texts the YAML, MDX and SVG files of content/ and public/
 * @returns the new text of the files to change or add; `null` for those to remove
 */
export type Migration = (texts: Texts) => ReadonlyMap<string, string | null>;

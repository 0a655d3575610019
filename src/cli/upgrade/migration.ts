/** Texts by path from the project's folder. */
export type Texts = ReadonlyMap<string, string>;

/**
 * Adapts the content of a magazine to a new model, when a version of the engine requires it. Each migration is a
 * numbered file of `migrations/`. It changes as little text as possible, and nothing in content that is already
 * adapted.
 *
 * @param texts the YAML, MDX and SVG files of content/ and public/
 * @returns the new text of the files to change or add; `null` for those to remove
 */
export type Migration = (texts: Texts) => ReadonlyMap<string, string | null>;

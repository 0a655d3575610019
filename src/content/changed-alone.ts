const CHANGED = Symbol.for('innovations: the articles that alone have changed');

/** Modules of this room are loaded more than once in a build, by Node and in the bundle: both find it here. */
const everywhere = globalThis as { [CHANGED]?: ReadonlySet<string> | null };

/**
 * Says that pages of articles differ from what the last build wrote by the text of these alone, and lists not at all;
 * `null` when anything else may have changed.
 */
export function sayChangedAlone(slugs: ReadonlySet<string> | null): void {
  everywhere[CHANGED] = slugs;
}

/** The articles whose pages need a look: `null` when all do, and all lists. */
export const changedAlone = (): ReadonlySet<string> | null => everywhere[CHANGED] ?? null;

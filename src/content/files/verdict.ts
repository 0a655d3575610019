import type { Loader } from 'astro/loaders';

const VERDICT = Symbol.for('innovations: what the check of the content says');

/** Names of articles to leave out of the site: drafts, and articles to come, that are not right yet. */
type LeftOut = ReadonlySet<string>;

/** Modules of this room are loaded more than once in a build, by Node and by Vite: both find it here. */
const everywhere = globalThis as { [VERDICT]?: { verdict: Promise<unknown>; leftOut: LeftOut } | null };

/** Has collections wait for what the check says, which throws what is wrong. */
export function awaitVerdict(verdict: Promise<LeftOut>): void {
  const told = { verdict: verdict as Promise<unknown>, leftOut: new Set<string>() as LeftOut };
  told.verdict = verdict.then((leftOut) => (told.leftOut = leftOut));
  // Whoever waits for it hears of it.
  told.verdict.catch(() => undefined);
  everywhere[VERDICT] = told;
}

/** The articles that the check has left out; none before it is done, or where nothing was checked. */
export function leftOutArticles(): LeftOut {
  return everywhere[VERDICT]?.leftOut ?? new Set();
}

/** A loader that reads nothing before the check has found all well: what is wrong is told in the magazine’s words. */
export function checked(loader: Loader): Loader {
  return {
    ...loader,
    load: async (context) => {
      await everywhere[VERDICT]?.verdict;
      await loader.load(context);
    },
  };
}

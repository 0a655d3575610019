import type { Loader } from 'astro/loaders';

const VERDICT = Symbol.for('innovations: what the check of the content says');

/** Modules of this room are loaded more than once in a build, by Node and by Vite: both find it here. */
const everywhere = globalThis as { [VERDICT]?: Promise<void> | null };

/** Has collections wait for what the check says, which throws what is wrong. */
export function awaitVerdict(verdict: Promise<void>): void {
  everywhere[VERDICT] = verdict;
}

/** A loader that reads nothing before the check has found all well: what is wrong is told in the magazine’s words. */
export function checked(loader: Loader): Loader {
  return {
    ...loader,
    load: async (context) => {
      await everywhere[VERDICT];
      await loader.load(context);
    },
  };
}

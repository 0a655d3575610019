import { statSync } from 'node:fs';

/** What the development server knows of the content; Astro writes it anew at each save. */
const STORE = '.astro/data-store.json';
/** While a save is being taken in, what it changes is computed anew each time, in milliseconds. */
const SETTLED = 2000;

/**
 * Computes a view of the content once and shares it between pages: for a build, or in development until
 * the next save.
 */
export function once<Value>(compute: () => Promise<Value>): () => Promise<Value> {
  let shared: Promise<Value> | undefined;
  let version = 0;
  return () => {
    if (!import.meta.env.DEV) return (shared ??= compute());
    const saved = statSync(STORE, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - saved < SETTLED) return compute();
    if (saved !== version) shared = undefined;
    version = saved;
    return (shared ??= compute());
  };
}

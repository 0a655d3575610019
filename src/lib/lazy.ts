/**
 * Computes a view of the content once and shares it between pages: for a build, or in development until the next
 * save, when Astro's content is another and Vite runs all modules that read it anew, with this one's results. What
 * failed is tried again: half of a save may have been read.
 */
export function once<Value>(compute: () => Promise<Value>): () => Promise<Value> {
  let shared: Promise<Value> | undefined;
  return () => {
    shared ??= compute().catch((error: unknown) => {
      shared = undefined;
      throw error;
    });
    return shared;
  };
}

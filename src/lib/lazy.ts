/**
 * Computes a value at the first call and shares it: for a build, or in development until a save, when Vite evaluates
 * again the modules that read the content. A failure is not shared, for it may come of a file that was half written.
 */
export function lazy<Value>(compute: () => Promise<Value>): () => Promise<Value> {
  let shared: Promise<Value> | undefined;
  return () => {
    shared ??= compute().catch((error: unknown) => {
      shared = undefined;
      throw error;
    });
    return shared;
  };
}

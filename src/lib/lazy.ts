/**
 * Computes a value at the first call and shares it with all later ones. A failure is not shared: it may come from a
 * half-written file. In development, Vite reloads the modules that read the content after each save, which drops the
 * value.
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

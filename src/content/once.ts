/**
 * Computes a view of the content once for a build and shares it between pages.
 * In development it is computed anew, because a save changes what it is made of.
 */
export function once<Value>(compute: () => Promise<Value>): () => Promise<Value> {
  let shared: Promise<Value> | undefined;
  return () => (import.meta.env.DEV ? compute() : (shared ??= compute()));
}

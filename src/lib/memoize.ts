/** The default capacity: a site has fewer different style sheets. */
const MAX_ENTRIES = 500;

/**
 * Memoizes a pure function of a text.
 *
 * @param max number of results to store; beyond it, all are dropped
 */
export function memoize<Value>(compute: (text: string) => Value, max = MAX_ENTRIES): (text: string) => Value {
  const results = new Map<string, Value>();
  return (text) => {
    const found = results.get(text);
    if (found !== undefined) return found;
    if (results.size >= max) results.clear();
    const value = compute(text);
    results.set(text, value);
    return value;
  };
}

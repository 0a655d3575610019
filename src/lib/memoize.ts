/** Results that are kept; a site has far fewer different styles than this. */
const MOST = 500;

/**
 * A pure function of a text that gives the same answer to the same text without working it out again.
 *
 * @param most results to keep
 */
export function remember<Value>(compute: (text: string) => Value, most = MOST): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const value = compute(text);
    known.set(text, value);
    return value;
  };
}

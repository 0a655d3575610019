/**
 * Takes the first items that are not taken yet.
 *
 * @param taken the items taken before, to which these are added
 */
export function takeNew<Item>(candidates: Iterable<Item>, most: number, taken: Set<Item>): Item[] {
  const found: Item[] = [];
  for (const item of candidates) {
    if (found.length >= most) break;
    if (taken.has(item)) continue;
    taken.add(item);
    found.push(item);
  }
  return found;
}

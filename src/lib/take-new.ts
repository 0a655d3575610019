/**
 * Takes the first items that nothing has taken yet, each once however often it is offered.
 *
 * @param taken what was taken before, to which these are added
 */
export function takeNew<Item>(offered: Iterable<Item>, most: number, taken: Set<Item>): Item[] {
  const found: Item[] = [];
  for (const item of offered) {
    if (found.length >= most) break;
    if (taken.has(item)) continue;
    taken.add(item);
    found.push(item);
  }
  return found;
}

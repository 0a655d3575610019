/** One page of a list. */
export interface Page<Item> {
  items: Item[];
  /** From 1. */
  number: number;
  /** How many pages there are. */
  last: number;
  /** How many items there are in all. */
  total: number;
}

/** Cuts a list in pages; an empty list has one empty page, because it has an address all the same. */
export function paginate<Item>(items: readonly Item[], size: number): Page<Item>[] {
  const last = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: last }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    number: index + 1,
    last,
    total: items.length,
  }));
}

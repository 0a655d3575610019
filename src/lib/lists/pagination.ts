/** Number of articles on each page of a list: sections, tags, authors and archives. */
export const ARTICLES_PER_PAGE = 12;

/** One page of a list. */
export interface Page<Item> {
  items: Item[];
  /** From 1. */
  number: number;
  /** The number of pages. */
  last: number;
  /** The number of items in all pages. */
  total: number;
}

/** Splits a list into pages; an empty list has one empty page. */
export function paginate<Item>(items: readonly Item[], size: number): Page<Item>[] {
  const last = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: last }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    number: index + 1,
    last,
    total: items.length,
  }));
}

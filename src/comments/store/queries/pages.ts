/** The position after an item of a list, which links can contain. */
export type Cursor = string;

/** One page of a list. */
export interface Page<Item> {
  items: Item[];
  /** The cursor of the next page; `null` on the last one. */
  next: Cursor | null;
}

interface Position {
  date: string;
  id: string;
}

const SEPARATOR = '~';

/** Makes a page of the rows of a query with the limit `size + 1`: an extra row shows that there is a next page. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  size: number,
  positionOf: (row: Row) => Position,
  show: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  const position = last && positionOf(last);
  return {
    items: shown.map(show),
    next: position ? `${position.date}${SEPARATOR}${position.id}` : null,
  };
}

/** Parses a cursor from a link. @returns `null` when it is missing or malformed, which gives the first page */
export function readCursor(cursor: Cursor | null): Position | null {
  const [date = '', id = '', ...more] = (cursor ?? '').split(SEPARATOR);
  return date && id && more.length === 0 ? { date, id } : null;
}

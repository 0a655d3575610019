/** A place in a list, which a link can hold. */
export type Cursor = string;

/** One page of a list. */
export interface Page<Item> {
  items: Item[];
  /** Where the next page begins; `null` on the last one. */
  next: Cursor | null;
}

interface Position {
  date: string;
  id: string;
}

const SEPARATOR = '~';

/** Makes a page of rows that were queried for one more than its size. */
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

/** Reads a cursor from outside. @returns `null` for the first page, or a text that is no cursor */
export function readCursor(cursor: Cursor | null): Position | null {
  const [date = '', id = '', ...more] = (cursor ?? '').split(SEPARATOR);
  return date && id && more.length === 0 ? { date, id } : null;
}

export interface Rows {
  width: number;
  height: number;
  /** Four bytes a pixel. */
  data: Buffer;
}

export interface Band {
  /** The first row that is not the same. */
  top: number;
  /** How many rows it has on each side: what follows is the same, shifted perhaps. */
  before: number;
  after: number;
}

const CHANNELS = 4;

/** Where two pictures of equal width differ, between a beginning and an end that they share; `null` when nowhere. */
export function changedBand(before: Rows, after: Rows): Band | null {
  const shortest = Math.min(before.height, after.height);
  let top = 0;
  while (top < shortest && sameRow(before, top, after, top)) top += 1;
  if (top === shortest && before.height === after.height) return null;
  let end = 0;
  while (end < shortest - top && sameRow(before, before.height - 1 - end, after, after.height - 1 - end))
    end += 1;
  return { top, before: before.height - top - end, after: after.height - top - end };
}

function sameRow(a: Rows, rowA: number, b: Rows, rowB: number): boolean {
  const size = a.width * CHANNELS;
  const start = rowB * size;
  return a.data.compare(b.data, start, start + size, rowA * size, (rowA + 1) * size) === 0;
}

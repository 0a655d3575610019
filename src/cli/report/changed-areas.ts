/** Raw RGBA pixels, four bytes each. */
export interface Pixels {
  width: number;
  height: number;
  data: Buffer;
}

/** A rectangle in pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The rows that differ between two pictures. The rows below them are equal, although they may be shifted. */
interface Band {
  top: number;
  /** Number of differing rows in the first picture. */
  before: number;
  /** Number of differing rows in the second picture. */
  after: number;
}

export const CHANNELS = 4 as const;
/** Side, in pixels, of the square cells in which changed pixels are grouped. */
const CELL = 24;
/** Above this number of boxes, one box around all of them is clearer. */
const MAX_BOXES = 40;

/** Finds the rows that differ between two pictures of equal width; `null` when none does. */
export function changedBand(before: Pixels, after: Pixels): Band | null {
  const shortest = Math.min(before.height, after.height);
  let top = 0;
  while (top < shortest && sameRow(before, top, after, top)) top += 1;
  if (top === shortest && before.height === after.height) return null;
  let end = 0;
  while (end < shortest - top && sameRow(before, before.height - 1 - end, after, after.height - 1 - end))
    end += 1;
  return { top, before: before.height - top - end, after: after.height - top - end };
}

function sameRow(a: Pixels, rowA: number, b: Pixels, rowB: number): boolean {
  const size = a.width * CHANNELS;
  const start = rowB * size;
  return a.data.compare(b.data, start, start + size, rowA * size, (rowA + 1) * size) === 0;
}

/**
 * Groups the marked pixels of a mask in rectangles that do not touch, from the top down.
 *
 * @param mask RGBA pixels, transparent where nothing changed
 */
export function changedBoxes(mask: Uint8Array, width: number, height: number): Box[] {
  const columns = Math.ceil(width / CELL);
  const cells = new Set<number>();
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    if ((mask[pixel * CHANNELS + 3] ?? 0) === 0) continue;
    cells.add(Math.floor(pixel / width / CELL) * columns + Math.floor((pixel % width) / CELL));
  }
  let boxes: Box[] = [];
  for (const cell of cells) {
    const [x, y] = [(cell % columns) * CELL, Math.floor(cell / columns) * CELL];
    let box = { x, y, width: Math.min(CELL, width - x), height: Math.min(CELL, height - y) };
    for (;;) {
      const touching = boxes.filter((other) => touches(box, other));
      if (touching.length === 0) break;
      boxes = boxes.filter((other) => !touching.includes(other));
      box = around([box, ...touching]);
    }
    boxes.push(box);
  }
  return boxes.length > MAX_BOXES ? [around(boxes)] : boxes;
}

function touches(a: Box, b: Box): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

function around(boxes: readonly Box[]): Box {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** A part of a picture, in pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Differences nearer than this to one another are one difference. */
const CELL = 24;
const CHANNELS = 4;
/** More frames than this would hide what they frame: one stands for all. */
const MOST_BOXES = 40;

/**
 * The parts of a picture that a mask marks, as few rectangles, from the top down.
 *
 * @param mask four bytes a pixel, transparent where nothing changed
 */
export function changedBoxes(mask: Uint8Array, width: number, height: number): Box[] {
  const columns = Math.ceil(width / CELL);
  const marked = new Set<number>();
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    if ((mask[pixel * CHANNELS + 3] ?? 0) === 0) continue;
    marked.add(Math.floor(Math.floor(pixel / width) / CELL) * columns + Math.floor((pixel % width) / CELL));
  }
  const boxes: Box[] = [];
  for (const cell of marked) boxes.push(takeIsland(cell, marked, columns));
  const cut = boxes.map((box) => ({
    ...box,
    width: Math.min(box.width, width - box.x),
    height: Math.min(box.height, height - box.y),
  }));
  if (cut.length <= MOST_BOXES) return cut;
  const [x, y] = [Math.min(...cut.map((box) => box.x)), Math.min(...cut.map((box) => box.y))];
  const right = Math.max(...cut.map((box) => box.x + box.width));
  const bottom = Math.max(...cut.map((box) => box.y + box.height));
  return [{ x, y, width: right - x, height: bottom - y }];
}

/** Takes the cells that touch one another out of the marked ones. */
function takeIsland(first: number, marked: Set<number>, columns: number): Box {
  const waiting = [first];
  marked.delete(first);
  let [left, right, top, bottom] = [columns, 0, Number.POSITIVE_INFINITY, 0];
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    const [column, row] = [cell % columns, Math.floor(cell / columns)];
    [left, right] = [Math.min(left, column), Math.max(right, column)];
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
    for (const [dx, dy] of [
      [-1, 0],
      [1, 0],
      [0, -1],
      [0, 1],
      [-1, -1],
      [1, 1],
      [-1, 1],
      [1, -1],
    ] as const) {
      const next = (row + dy) * columns + column + dx;
      const isInside = column + dx >= 0 && column + dx < columns;
      if (isInside && marked.delete(next)) waiting.push(next);
    }
  }
  return {
    x: left * CELL,
    y: top * CELL,
    width: (right - left + 1) * CELL,
    height: (bottom - top + 1) * CELL,
  };
}

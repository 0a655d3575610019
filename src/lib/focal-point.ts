/** The point of a picture that crops keep in view, in percent of its width and height, from the top left corner. */
export interface FocalPoint {
  x: number;
  y: number;
}

/** The focal point of a picture without one. */
export const CENTRE: FocalPoint = { x: 50, y: 50 };

/** In pixels. */
interface Size {
  width: number;
  height: number;
}

/**
 * A crop, in pixels: the picture is resized to `scaled`, then a window that begins at `left` and `top` is cut from it.
 */
export interface Crop {
  scaled: Size;
  left: number;
  top: number;
}

/** How a focal point is written: two whole percentages, with or without « % ». */
export const FOCAL_POINT = String.raw`^\s*(100|[1-9]?\d)\s?%?[\s,]\s?(100|[1-9]?\d)\s?%?\s*$`;

/** Reads a focal point such as « 30 % 70 % »; `null` when it has another form. */
export function parseFocalPoint(written: string): FocalPoint | null {
  const [, x, y] = new RegExp(FOCAL_POINT, 'u').exec(written) ?? [];
  return x === undefined || y === undefined ? null : { x: Number(x), y: Number(y) };
}

/** Writes a focal point as editors do, in whole percentages; a point outside of the picture becomes the nearest inside. */
export const writeFocalPoint = ({ x, y }: FocalPoint): string => `${percentage(x)} % ${percentage(y)} %`;

const percentage = (part: number) => Math.round(Math.min(Math.max(part, 0), 100));

/** The largest crop of a shape, with the focal point as near to its middle as the edges of the picture allow. */
export function cropAround(picture: Size, shape: Size, focus: FocalPoint): Crop {
  const scale = Math.max(shape.width / picture.width, shape.height / picture.height);
  const width = Math.max(shape.width, Math.round(picture.width * scale));
  const height = Math.max(shape.height, Math.round(picture.height * scale));
  return {
    scaled: { width, height },
    left: windowStart(width, shape.width, focus.x / 100),
    top: windowStart(height, shape.height, focus.y / 100),
  };
}

/** Returns the start of a window of this length, with the point as near to its middle as the edges allow. */
function windowStart(whole: number, length: number, point: number): number {
  return Math.min(Math.max(Math.round(whole * point - length / 2), 0), whole - length);
}

/**
 * `object-position` is rounded to a multiple of this, in percent, because the style sheet has one rule per position.
 */
const STEP = 10;
/**
 * Height of the box used in the computation, in pixels. Any height gives the same position; a large one avoids
 * rounding.
 */
const MEASURED_HEIGHT = 10_000;

/**
 * The CSS `object-position` of a picture that fills a box (`object-fit: cover`). The picture exceeds the box in only
 * one direction, so one percentage serves for both.
 *
 * @param ratio of the box: its width divided by its height
 * @returns a percentage, in steps of ten
 */
export function objectPosition(picture: Size, ratio: number, focus: FocalPoint): number {
  const box = { width: Math.round(MEASURED_HEIGHT * ratio), height: MEASURED_HEIGHT };
  const { scaled, left, top } = cropAround(picture, box, focus);
  const [start, slack] =
    scaled.width > box.width ? [left, scaled.width - box.width] : [top, scaled.height - box.height];
  return slack === 0 ? CENTRE.x : Math.round((100 * start) / slack / STEP) * STEP;
}

import sharp, { type Sharp } from 'sharp';
import { nameOfContent } from './picture-formats.ts';

/** No page shows a picture wider, in pixels. */
export const WIDEST = 2400;
/** What a drawing may come to once it is drawn: a tall one is drawn less wide. */
const MOST_DRAWN = 16_000_000;
/** In dots per inch: at 72, a drawing is drawn at the size that it declares; librsvg takes no more than the last. */
const DECLARED = 72;
const [LEAST_DENSITY, MOST_DENSITY] = [1, 100_000];
const UNBOUNDED = { limitInputPixels: false } as const;

interface Size {
  width: number;
  height: number;
}

/** Whether a picture is a drawing (SVG), which has no pixels of its own. */
export function isDrawing(picture: Buffer): boolean {
  return nameOfContent(picture.toString('latin1', 0, 4000))?.format === 'svg';
}

/** The size that a drawing declares, or that its shapes have. Throws where it has none. */
export async function measureDrawing(picture: Buffer): Promise<Size> {
  const { width, height } = await sharp(picture, UNBOUNDED).metadata();
  return { width, height };
}

/**
 * Opens a picture for whatever is made of it: upright, still (of one that moves, its first frame), and, of a drawing,
 * as wide as it is needed, whatever size it declares.
 *
 * @param width in pixels, of a drawing
 */
export async function openPixels(picture: Buffer, width = WIDEST): Promise<Sharp> {
  if (!isDrawing(picture)) return sharp(picture, { failOn: 'none' }).autoOrient();
  const declared = await measureDrawing(picture);
  const wanted = Math.min(width, Math.sqrt((MOST_DRAWN * declared.width) / declared.height));
  const density = Math.min(Math.max((DECLARED * wanted) / declared.width, LEAST_DENSITY), MOST_DENSITY);
  return sharp(picture, { ...UNBOUNDED, density });
}

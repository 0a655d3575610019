import sharp, { type Sharp } from 'sharp';
import { nameOfContent } from './formats.ts';

/** No page shows a picture wider, in pixels. */
export const WIDEST = 2400;
/** What a drawing may come to once it is drawn: a tall one is drawn less wide. */
const MOST_DRAWN = 16_000_000;
/** In dots per inch: at 72, a drawing is drawn at the size that it declares; librsvg takes no more than the last. */
const DECLARED = 72;
const [LEAST_DENSITY, MOST_DENSITY] = [1, 100_000];
const UNBOUNDED = { limitInputPixels: false } as const;

/** A drawing that declares no more, in pixels, is an icon: it is shown at that size, and drawn larger to be sharp. */
const MOST_ICON = 64;
const ICON_DENSITY = 4;
const ROOT = /<(?:[^\s<>/:]+:)?svg(?=\s)[^<>]*>/u;
const SIDE = /\s(?:width|height)\s*=\s*["']\s*[\d.]+(?:px)?\s*["']/gu;
/** Enough to see through a picture, and to tell a soft edge from a ground that is missing. */
const LOOKED_AT = 256;
const NEARLY_OPAQUE = 250;

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

/** The size of a picture as it is seen: its own pixels, or, of a drawing, those that it can be drawn in. */
export async function measurePicture(picture: Buffer): Promise<Size & { density: number }> {
  if (!isDrawing(picture)) {
    const { autoOrient } = await sharp(picture).metadata();
    return { width: autoOrient.width, height: autoOrient.height, density: 1 };
  }
  const { width, height } = await measureDrawing(picture);
  const root = ROOT.exec(picture.toString('utf8', 0, 20_000))?.[0] ?? '';
  const isIcon = Math.max(width, height) <= MOST_ICON && root.match(SIDE)?.length === 2;
  const scale = isIcon ? ICON_DENSITY : WIDEST / width;
  return {
    width: Math.round(width * scale),
    height: Math.max(1, Math.round(height * scale)),
    density: isIcon ? ICON_DENSITY : 1,
  };
}

/** Whether what is behind a picture shows through it. */
export async function isTransparent(picture: Buffer): Promise<boolean> {
  const opened = await openPixels(picture, LOOKED_AT);
  if (!(await opened.metadata()).hasAlpha) return false;
  const alpha = opened.resize(LOOKED_AT).extractChannel('alpha').toColourspace('b-w').raw();
  return (await alpha.toBuffer()).some((value) => value < NEARLY_OPAQUE);
}

import sharp, { type Sharp } from 'sharp';
import { cropAround, type FocalPoint } from '#lib/focal-point.ts';
import { nameOfContent } from './formats.ts';

/** The width of the largest variant, in pixels. */
export const WIDEST = 2400;
/** Maximum number of pixels of a rendered drawing (SVG). A tall drawing is rendered at a smaller width. */
const MAX_PIXELS = 16_000_000;
/** The density, in dots per inch, at which librsvg renders a drawing at the size that it declares. */
const DECLARED = 72;
/** The densities that librsvg accepts, in dots per inch. */
const [MIN_DENSITY, MAX_DENSITY] = [1, 100_000];
const UNBOUNDED = { limitInputPixels: false } as const;

/** In pixels. A drawing that declares at most this size is an icon: it is shown at that size. */
const MAX_ICON = 64;
/** Picture pixels per CSS pixel of an icon, so that it is sharp on any screen. */
const ICON_DENSITY = 4;
const ROOT = /<(?:[^\s<>/:]+:)?svg(?=\s)[^<>]*>/u;
const SIDE = /\s(?:width|height)\s*=\s*["']\s*[\d.]+(?:px)?\s*["']/gu;
/** Width, in pixels, at which a picture is searched for transparency: resizing removes the soft edges of shapes. */
const SAMPLE_WIDTH = 256;
const NEARLY_OPAQUE = 250;

interface Size {
  width: number;
  height: number;
}

/** Whether a picture is a drawing (SVG). */
export function isDrawing(picture: Buffer): boolean {
  return nameOfContent(picture.toString('latin1', 0, 4000))?.format === 'svg';
}

/** The size that a drawing declares, or else the size of its shapes. Throws when it has neither. */
export async function measureDrawing(picture: Buffer): Promise<Size> {
  const { width, height } = await sharp(picture, UNBOUNDED).metadata();
  return { width, height };
}

/**
 * Opens a picture, rotated upright. It opens the first frame of an animation.
 *
 * @param box in pixels; a drawing is rendered just large enough to cover it, whatever size it declares
 */
export async function openPixels(picture: Buffer, box: Size = { width: WIDEST, height: 0 }): Promise<Sharp> {
  if (!isDrawing(picture)) return sharp(picture, { failOn: 'none' }).autoOrient();
  const declared = await measureDrawing(picture);
  const ratio = declared.width / declared.height;
  const target = Math.min(Math.max(box.width, box.height * ratio), Math.sqrt(MAX_PIXELS * ratio));
  const density = Math.min(Math.max((DECLARED * target) / declared.width, MIN_DENSITY), MAX_DENSITY);
  return sharp(picture, { ...UNBOUNDED, density });
}

/**
 * Crops a picture to a shape around its focal point.
 *
 * @param size of the opened picture, upright
 */
export function cropPixels(opened: Sharp, size: Size, shape: Size, focus: FocalPoint): Sharp {
  const { scaled, left, top } = cropAround(size, shape, focus);
  return opened.resize({ ...scaled, fit: 'fill' }).extract({ ...shape, left, top });
}

/** The size of a picture once upright, in pixels; for a drawing (SVG), the size of its largest variant. */
export async function measurePicture(picture: Buffer): Promise<Size & { density: number }> {
  if (!isDrawing(picture)) {
    const { autoOrient } = await sharp(picture).metadata();
    return { width: autoOrient.width, height: autoOrient.height, density: 1 };
  }
  const { width, height } = await measureDrawing(picture);
  const root = ROOT.exec(picture.toString('utf8', 0, 20_000))?.[0] ?? '';
  const isIcon = Math.max(width, height) <= MAX_ICON && root.match(SIDE)?.length === 2;
  const scale = isIcon ? ICON_DENSITY : WIDEST / width;
  return {
    width: Math.round(width * scale),
    height: Math.max(1, Math.round(height * scale)),
    density: isIcon ? ICON_DENSITY : 1,
  };
}

/** Whether a picture has transparent parts. */
export async function isTransparent(picture: Buffer): Promise<boolean> {
  const opened = await openPixels(picture, { width: SAMPLE_WIDTH, height: 0 });
  if (!(await opened.metadata()).hasAlpha) return false;
  const alpha = opened.resize(SAMPLE_WIDTH).extractChannel('alpha').toColourspace('b-w').raw();
  return (await alpha.toBuffer()).some((value) => value < NEARLY_OPAQUE);
}

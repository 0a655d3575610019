import sharp, { type Sharp } from 'sharp';
import { cropPixels, isDrawing, openPixels, WIDEST } from './pixels.ts';
import { serveDrawing } from './served-drawing.ts';
import { CENTRE } from '#lib/focal-point.ts';
import { COVER_SHAPES, ENCODING, type PictureVariant } from '#lib/pictures.ts';

/** The height of the tallest crop, in pixels. */
const TALLEST = Math.max(...COVER_SHAPES.map(({ height }) => height));

/**
 * Background of transparent pictures in a format without transparency: white, because they were made for a white page.
 */
const OPAQUE = '#ffffff';

/** A decoded picture. */
interface Pixels {
  open(): Sharp;
  width: number;
  height: number;
}

/**
 * Opens a picture to draw its variants. It is decoded only once, because decoding some drawings takes seconds and each
 * picture has about twenty variants. It uses the first frame of an animation.
 */
export function openPicture(picture: Buffer): (variant: PictureVariant) => Promise<Buffer> {
  let pixels: Promise<Pixels> | undefined;
  // Only drawings may be enlarged, because they have no pixels to blur.
  const withoutEnlargement = !isDrawing(picture);
  return async ({ width, height, format, focus = CENTRE }) => {
    if (format === 'svg') return ownDrawing(picture);
    const { open, ...size } = await (pixels ??= decode(picture));
    const drawn =
      height === null
        ? open().resize({ width, withoutEnlargement })
        : cropPixels(open(), size, { width, height }, focus);
    if (format === 'avif') return drawn.avif(ENCODING.avif).toBuffer();
    if (format === 'webp') return drawn.webp(ENCODING.webp).toBuffer();
    return drawn.flatten({ background: OPAQUE }).jpeg(ENCODING.jpg).toBuffer();
  };
}

/** @throws when the drawing is served as bitmaps */
function ownDrawing(picture: Buffer): Buffer {
  const { svg, reason } = serveDrawing(picture.toString());
  if (reason) throw new Error(`This drawing is served as bitmaps: ${reason}`);
  return Buffer.from(svg);
}

async function decode(picture: Buffer): Promise<Pixels> {
  const opened = await openPixels(picture);
  const fitting = opened.resize({ width: WIDEST, height: TALLEST, fit: 'outside', withoutEnlargement: true });
  const { data, info } = await fitting.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return { open: () => sharp(data, { raw: { width, height, channels } }), width, height };
}

import sharp, { type Sharp } from 'sharp';
import { cropPixels, isDrawing, openPixels, WIDEST } from './pixels.ts';
import { serveDrawing } from './served-drawing.ts';
import { CENTRE } from '#lib/focal-point.ts';
import { COVER_SHAPES, ENCODING, type PictureVariant } from '#lib/pictures.ts';

/** The height of the tallest crop, in pixels. */
const TALLEST = Math.max(...COVER_SHAPES.map(({ height }) => height));

/** The background of transparent pictures in a format without transparency: they were drawn for a white page. */
const OPAQUE = '#ffffff';

/** A decoded picture. */
interface Pixels {
  open(): Sharp;
  width: number;
  height: number;
}

/**
 * Opens a picture to draw its variants. It is decoded once: some drawings take seconds to decode, and each picture has
 * about twenty variants. Of an animation, it uses the first frame.
 */
export function openPicture(picture: Buffer): (variant: PictureVariant) => Promise<Buffer> {
  let pixels: Promise<Pixels> | undefined;
  // A drawing has no pixels that enlargement would blur.
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

import sharp, { type Sharp } from 'sharp';
import { cropPixels, isDrawing, openPixels, WIDEST } from './pixels.ts';
import { serveDrawing } from './served-drawing.ts';
import { CENTRE } from '#lib/focal-point.ts';
import { COVER_SHAPES, ENCODING, type PictureVariant } from '#lib/pictures.ts';

/** The box that contains all crops, in pixels. */
const CROPS = {
  width: Math.max(...COVER_SHAPES.map(({ width }) => width)),
  height: Math.max(...COVER_SHAPES.map(({ height }) => height)),
};
const WHOLE = { width: WIDEST, height: CROPS.height };

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
  let whole: Promise<Pixels> | undefined;
  let forCrops: Promise<Pixels> | undefined;
  // Only drawings may be enlarged, because they have no pixels to blur.
  const withoutEnlargement = !isDrawing(picture);
  // Most drawings are needed as bitmaps only for crops. At the size of the crops, they render four times faster.
  const open = (isCrop: boolean) =>
    isCrop && isDrawing(picture) ? (forCrops ??= decode(picture, CROPS)) : (whole ??= decode(picture, WHOLE));
  return async ({ width, height, format, focus = CENTRE }) => {
    if (format === 'svg') return ownDrawing(picture);
    const pixels = await open(height !== null);
    const drawn =
      height === null
        ? pixels.open().resize({ width, withoutEnlargement })
        : cropPixels(pixels.open(), pixels, { width, height }, focus);
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

/** Decodes a picture just large enough to cover this box. */
async function decode(picture: Buffer, box: { width: number; height: number }): Promise<Pixels> {
  const opened = await openPixels(picture, box);
  const fitting = opened.resize({ ...box, fit: 'outside', withoutEnlargement: true });
  const { data, info } = await fitting.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return { open: () => sharp(data, { raw: { width, height, channels } }), width, height };
}

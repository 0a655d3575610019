import sharp, { type Sharp } from 'sharp';
import { isDrawing, openPixels, WIDEST } from './pixels.ts';
import { serveDrawing } from './served-drawing.ts';
import { ENCODING, type PictureVariant } from '#lib/pictures.ts';
import { PAPER } from '#lib/theme.ts';

/**
 * Opens a picture to draw its variants. It is decoded once: some drawings take seconds to decode, and each picture has
 * about twenty variants. Of an animation, it uses the first frame.
 */
export function openPicture(picture: Buffer): (variant: PictureVariant) => Promise<Buffer> {
  let pixels: Promise<() => Sharp> | undefined;
  // A drawing has no pixels that enlargement would blur.
  const withoutEnlargement = !isDrawing(picture);
  return async ({ width, height, format }) => {
    if (format === 'svg') return Buffer.from(serveDrawing(picture.toString()).svg ?? '');
    const drawn = (await (pixels ??= decode(picture)))();
    if (height === null) drawn.resize({ width, withoutEnlargement });
    else drawn.resize({ width, height, fit: 'cover', withoutEnlargement });
    if (format === 'avif') return drawn.avif(ENCODING.avif).toBuffer();
    if (format === 'webp') return drawn.webp(ENCODING.webp).toBuffer();
    return drawn.flatten({ background: PAPER.light }).jpeg(ENCODING.jpg).toBuffer();
  };
}

async function decode(picture: Buffer): Promise<() => Sharp> {
  const fitting = (await openPixels(picture)).resize({ width: WIDEST, withoutEnlargement: true });
  const { data, info } = await fitting.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return () => sharp(data, { raw: { width, height, channels } });
}

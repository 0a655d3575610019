import sharp from 'sharp';
import { ENCODING, type PictureCut } from '#lib/pictures.ts';

/** Draws a cut of a picture. */
export function drawCut(picture: Buffer, { width, height, format }: PictureCut): Promise<Buffer> {
  const drawn = sharp(picture, { failOn: 'none', pages: -1 }).rotate();
  if (height === null) drawn.resize({ width, withoutEnlargement: true });
  else drawn.resize({ width, height, fit: 'cover', withoutEnlargement: true });
  if (format === 'avif') return drawn.avif(ENCODING.avif).toBuffer();
  if (format === 'webp') return drawn.webp(ENCODING.webp).toBuffer();
  return drawn.jpeg(ENCODING.jpg).toBuffer();
}

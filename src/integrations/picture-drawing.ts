import sharp, { type Sharp } from 'sharp';
import { ENCODING, type PictureCut } from '#lib/pictures.ts';

/** No cut is wider, nor needs a wider picture to be cut from; in pixels. */
const WIDEST = 2400;

/**
 * Opens a picture to draw cuts of it. It is decoded once: drawings with patterns take seconds to decode, and each
 * has some twenty cuts.
 */
export function openPicture(picture: Buffer): (cut: PictureCut) => Promise<Buffer> {
  let pixels: Promise<() => Sharp> | undefined;
  return async (cut) => drawCut((await (pixels ??= decode(picture)))(), cut);
}

/** What moves cannot be kept as the pixels of one picture, and is decoded each time. */
async function decode(picture: Buffer): Promise<() => Sharp> {
  const open = () => sharp(picture, { failOn: 'none', pages: -1 }).rotate();
  const { pages = 1 } = await sharp(picture, { failOn: 'none' }).metadata();
  if (pages > 1) return open;
  const fitting = open().resize({ width: WIDEST, withoutEnlargement: true });
  const { data, info } = await fitting.raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return () => sharp(data, { raw: { width, height, channels } });
}

function drawCut(drawn: Sharp, { width, height, format }: PictureCut): Promise<Buffer> {
  if (height === null) drawn.resize({ width, withoutEnlargement: true });
  else drawn.resize({ width, height, fit: 'cover', withoutEnlargement: true });
  if (format === 'avif') return drawn.avif(ENCODING.avif).toBuffer();
  if (format === 'webp') return drawn.webp(ENCODING.webp).toBuffer();
  return drawn.jpeg(ENCODING.jpg).toBuffer();
}

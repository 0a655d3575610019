import pixelmatch from 'pixelmatch';
import sharp from 'sharp';
import { type Box, changedBand, changedBoxes, CHANNELS, type Pixels } from './changed-areas.ts';

/** Part of a page before and after, with a frame around each difference. */
export interface PicturePair {
  /** `null` when the page was added. */
  before: WebPicture | null;
  /** `null` when the page was removed. */
  after: WebPicture | null;
  /** Number of framed differences. */
  marks: number;
  /** Whether the page also changed below the part shown. */
  isCropped: boolean;
}

export interface WebPicture {
  width: number;
  height: number;
  /** WebP. */
  data: Buffer;
}

/** Number of unchanged rows shown above and below a change. */
const MARGIN = 120;
const MAX_ROWS = 1400;
const MAX_WIDTH = 720;
const FRAME_COLOUR = '#ff5a36';
const FRAME_WIDTH = 3;
/** Pixels between a change and its frame. */
const FRAME_GAP = 6;

/** Compares two screenshots of a page (PNG); `null` when they are equal. */
export async function comparePictures(before: Buffer, after: Buffer): Promise<PicturePair | null> {
  const [a, b] = [await decode(before), await decode(after)];
  const band = changedBand(a, b);
  if (!band) return null;
  const height = Math.max(band.before, band.after);
  const rows = Math.min(height, MAX_ROWS);
  const [left, right] = [cropRows(a, band.top, rows), cropRows(b, band.top, rows)];
  const mask = Buffer.alloc(left.length);
  pixelmatch(left, right, mask, a.width, rows, { threshold: 0.02, includeAA: true, diffMask: true });
  const boxes = changedBoxes(mask, a.width, rows);
  const from = Math.max(0, band.top - MARGIN);
  const shift = band.top - from;
  const frames = boxes.map((box) => ({ ...box, y: box.y + shift }));
  const shownRows = (pixels: Pixels) => Math.min(pixels.height - from, shift + rows + MARGIN);
  return {
    before: await encode(a, from, shownRows(a), frames),
    after: await encode(b, from, shownRows(b), frames),
    marks: boxes.length,
    isCropped: height > rows,
  };
}

/** Returns the top of a page that exists in only one version. */
export async function lonePicture(picture: Buffer, side: 'before' | 'after'): Promise<PicturePair> {
  const pixels = await decode(picture);
  const shown = await encode(pixels, 0, Math.min(pixels.height, MAX_ROWS), []);
  const pair = { before: null, after: null, marks: 0, isCropped: pixels.height > MAX_ROWS };
  return { ...pair, [side]: shown };
}

async function decode(png: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Returns rows of a picture; rows below its end are white. */
function cropRows({ width, data }: Pixels, top: number, rows: number): Buffer {
  const cropped = Buffer.alloc(width * rows * CHANNELS, 255);
  data.copy(cropped, 0, top * width * CHANNELS, (top + rows) * width * CHANNELS);
  return cropped;
}

async function encode(pixels: Pixels, top: number, rows: number, boxes: readonly Box[]): Promise<WebPicture> {
  const { width } = pixels;
  const frames = boxes.map((box) => frame(box, width, rows)).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${rows}"><g fill="none" stroke="${FRAME_COLOUR}" stroke-width="${FRAME_WIDTH}">${frames}</g></svg>`;
  const raw = { width, height: rows, channels: CHANNELS };
  const framed = await sharp(cropRows(pixels, top, rows), { raw })
    .composite([{ input: Buffer.from(svg) }])
    .png({ compressionLevel: 0 })
    .toBuffer();
  const { data, info } = await sharp(framed)
    .resize({ width: MAX_WIDTH, withoutEnlargement: true })
    .webp({ quality: 62, effort: 3 })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Draws a rectangle just outside a box, clipped to the picture. */
function frame({ x, y, width, height }: Box, pictureWidth: number, pictureHeight: number): string {
  const edge = FRAME_WIDTH / 2;
  const [left, top] = [Math.max(edge, x - FRAME_GAP), Math.max(edge, y - FRAME_GAP)];
  const right = Math.min(pictureWidth - edge, x + width + FRAME_GAP);
  const bottom = Math.min(pictureHeight - edge, y + height + FRAME_GAP);
  return `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" rx="4"/>`;
}

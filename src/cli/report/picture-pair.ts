import pixelmatch from 'pixelmatch';
import sharp from 'sharp';
import { changedBand } from './changed-band.ts';
import { changedBoxes, type Box } from './changed-boxes.ts';

/** Part of a page before and after, differences framed. */
export interface PicturePair {
  /** WebP; `null` on the side where the page is not. */
  before: Embedded | null;
  after: Embedded | null;
  /** How many parts of it are not the same. */
  marks: number;
  /** Whether there is more that changed below what is shown. */
  cut: boolean;
}

export interface Embedded {
  width: number;
  height: number;
  data: Buffer;
}

interface Pixels {
  width: number;
  height: number;
  data: Buffer;
}

const CHANNELS = 4;
/** Rows around what changed, to find one's place. */
const MARGIN = 120;
const MOST_ROWS = 1400;
const MOST_WIDTH = 720;
const MARK = '#ff5a36';
const STROKE = 3;
/** Between what changed and its frame. */
const CLEARANCE = 6;

/** Compares two pictures of one page; `null` when no eye could tell them apart. */
export async function comparePictures(before: Buffer, after: Buffer): Promise<PicturePair | null> {
  const [a, b] = [await decode(before), await decode(after)];
  const band = changedBand(a, b);
  if (!band) return null;
  const height = Math.max(band.before, band.after);
  const rows = Math.min(height, MOST_ROWS);
  const [left, right] = [crop(a, band.top, rows), crop(b, band.top, rows)];
  const mask = Buffer.alloc(left.data.length);
  pixelmatch(left.data, right.data, mask, left.width, rows, {
    threshold: 0.02,
    includeAA: true,
    diffMask: true,
  });
  const boxes = changedBoxes(mask, left.width, rows);
  const from = Math.max(0, band.top - MARGIN);
  const shown = (pixels: Pixels) => Math.min(pixels.height - from, band.top - from + rows + MARGIN);
  return {
    before: await encode(a, from, shown(a), boxes, band.top - from),
    after: await encode(b, from, shown(b), boxes, band.top - from),
    marks: boxes.length,
    cut: height > rows,
  };
}

/** The top of a page that is on one side alone. */
export async function lonePicture(picture: Buffer, side: 'before' | 'after'): Promise<PicturePair> {
  const pixels = await decode(picture);
  const shown = await encode(pixels, 0, Math.min(pixels.height, MOST_ROWS), [], 0);
  const pair = { before: null, after: null, marks: 0, cut: pixels.height > MOST_ROWS };
  return { ...pair, [side]: shown };
}

async function decode(png: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Rows of a picture; white below its end. */
function crop({ width, data }: Pixels, top: number, rows: number): Pixels {
  const cut = Buffer.alloc(width * rows * CHANNELS, 255);
  data.copy(cut, 0, top * width * CHANNELS, (top + rows) * width * CHANNELS);
  return { width, height: rows, data: cut };
}

/** Around a box and not over it, as far as the picture goes. */
function frame({ x, y, width, height }: Box, widest: number, highest: number): string {
  const edge = STROKE / 2;
  const [left, top] = [Math.max(edge, x - CLEARANCE), Math.max(edge, y - CLEARANCE)];
  const right = Math.min(widest - edge, x + width + CLEARANCE);
  const bottom = Math.min(highest - edge, y + height + CLEARANCE);
  return `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" rx="4"/>`;
}

async function encode(
  pixels: Pixels,
  top: number,
  rows: number,
  boxes: readonly Box[],
  shift: number,
): Promise<Embedded> {
  const { width } = pixels;
  const frames = boxes.map((box) => frame({ ...box, y: box.y + shift }, width, rows)).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${rows}"><g fill="none" stroke="${MARK}" stroke-width="${STROKE}">${frames}</g></svg>`;
  const marked = await sharp(crop(pixels, top, rows).data, {
    raw: { width, height: rows, channels: CHANNELS },
  })
    .composite([{ input: Buffer.from(svg) }])
    .png({ compressionLevel: 0 })
    .toBuffer();
  const { data, info } = await sharp(marked)
    .resize({ width: MOST_WIDTH, withoutEnlargement: true })
    .webp({ quality: 62, effort: 3 })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

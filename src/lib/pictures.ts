import { remember } from './memoize.ts';
import { slugify } from './slugs.ts';

/** How each format is written; effort 2 encodes AVIF five times faster than 4, for files a tenth heavier. */
export const ENCODING = {
  avif: { quality: 50, effort: 2 },
  webp: { quality: 72 },
  jpg: { quality: 78, mozjpeg: true },
} as const;

/** The colour of the page, as src/styles/tokens.css says it: it shows through pictures that have no ground. */
export const PAPER = '#fbf8f2';

export type PictureFormat = keyof typeof ENCODING;

/** Widths to prepare of a picture, in pixels, by the place it takes on a page. */
export const PICTURE_WIDTHS = {
  cover: [480, 800, 1200, 1600],
  teaser: [320, 480, 768],
  wideTeaser: [480, 800, 1200],
  body: [480, 768, 1152, 1408],
} as const;

/** The three shapes that search engines ask for (Google, « Article structured data »): 16:9, 4:3, 1:1. */
export const COVER_SHAPES = [
  { width: 1200, height: 675 },
  { width: 1200, height: 900 },
  { width: 1200, height: 1200 },
] as const;

/** A picture that stands beside a text. */
export interface PictureFile {
  /** Path from the project's folder, with « / ». */
  file: string;
  /** Names its bytes and how they are written anew. */
  digest: string;
  /** As it is seen, in pixels; of a drawing, as it can be drawn. */
  width: number;
  height: number;
  /** How many of these pixels the page shows in one of its own: 1, and more for a small drawing. */
  density: number;
  /** Whether what is behind it shows through. */
  transparent: boolean;
}

/** A picture that a page shows, and where each of its cuts will be found. */
export interface ShownPicture extends PictureFile {
  addressOf(cut: PictureCut): string;
}

/** A picture to make of another: of this width, and cut to this height unless it is `null`. */
export interface PictureCut {
  width: number;
  height: number | null;
  format: PictureFormat;
}

const slugOfName = remember((name) => slugify(name) || 'image');
const nameInAddress = (file: string) =>
  slugOfName(file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/u, ''));

/** The name of a cut in the built site, which changes with what it shows: it may be kept for good. */
export function cutName({ file, digest }: PictureFile, { width, height, format }: PictureCut): string {
  return `${nameInAddress(file)}.${digest}_${width}${height === null ? '' : `x${height}`}.${format}`;
}

/** The widths that a picture is large enough for, and its own when it is smaller than the largest. */
export function preparedWidths(picture: PictureFile, widths: readonly number[]): readonly number[] {
  return [...new Set(widths.map((width) => Math.min(width, picture.width)))].sort((a, b) => a - b);
}

/** The largest crop of a picture that has the ratio of a shape, without being enlarged. */
export function fittingCrop(picture: PictureFile, shape: { width: number; height: number }) {
  const scale = Math.min(1, picture.width / shape.width, picture.height / shape.height);
  return { width: Math.round(shape.width * scale), height: Math.round(shape.height * scale) };
}

/** What a picture of these widths is drawn in: for browsers that know neither new format, its largest alone. */
export function cutsOf(picture: PictureFile, widths: readonly number[]): PictureCut[] {
  const prepared = preparedWidths(picture, widths);
  const cuts = prepared.flatMap((width) =>
    (['avif', 'webp'] as const).map((format) => ({ width, height: null, format })),
  );
  return [...cuts, { width: prepared.at(-1) ?? picture.width, height: null, format: 'jpg' }];
}

/** All that pages, feeds and search engines may ask of a cover, whether they do or not. */
export function cutsOfCover(picture: PictureFile): PictureCut[] {
  const { cover, teaser, wideTeaser } = PICTURE_WIDTHS;
  const shapes = COVER_SHAPES.map((shape) => ({
    ...fittingCrop(picture, shape),
    format: 'jpg' as const,
  }));
  return [...[cover, teaser, wideTeaser].flatMap((widths) => cutsOf(picture, widths)), ...shapes];
}

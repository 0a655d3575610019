import { CENTRE, type FocalPoint } from './focal-point.ts';
import { memoize } from './memoize.ts';
import { slugify } from './slugs.ts';

/** Encoder options of each format. AVIF effort 2 is five times faster than 4, for files 10 % larger. */
export const ENCODING = {
  avif: { quality: 50, effort: 2 },
  webp: { quality: 72 },
  jpg: { quality: 78 },
} as const;

/** The formats that pages offer to browsers, which take the first that they read. */
export type OfferedFormat = 'avif' | 'webp';

/** A format of variants. `svg` is the drawing itself, minified. */
export type PictureFormat = keyof typeof ENCODING | 'svg';

/** Widths of the variants of a picture, in pixels, by its place on a page. */
export const PICTURE_WIDTHS = {
  cover: [480, 800, 1200, 1600],
  teaser: [320, 480, 768],
  wideTeaser: [480, 800, 1200],
  body: [480, 768, 1152, 1408],
} as const;

/** The aspect ratio to which CSS crops the covers of teasers and search results. */
export const TEASER_RATIO = 16 / 9;

/** The three aspect ratios that Google recommends (« Article structured data »): 16:9, 4:3, 1:1. */
export const COVER_SHAPES = [
  { width: 1200, height: 675 },
  { width: 900, height: 675 },
  { width: 675, height: 675 },
] as const;

/** A picture of the content. */
export interface PictureFile {
  /** Path from the project's folder, with « / ». */
  file: string;
  /** Digest of the file's bytes and of the encoder options. */
  digest: string;
  /** In pixels; for a drawing (SVG), the size of its largest variant. */
  width: number;
  height: number;
  /** Picture pixels per CSS pixel: 1, or more for a small drawing. */
  density: number;
  transparent: boolean;
  /** Whether browsers receive the drawing itself (SVG), which is sharp at any size, rather than bitmaps. */
  isVector: boolean;
  /** The formats of the variants that pages offer, the lightest first; none when browsers receive the drawing. */
  formats: readonly OfferedFormat[];
}

/** A picture as a page shows it. */
export interface ShownPicture extends PictureFile {
  /** Returns the address of one of the picture's variants, with the base path. */
  addressOf(variant: PictureVariant): string;
}

/** A resized or cropped version of a picture. */
export interface PictureVariant {
  width: number;
  /** Height of the crop; `null` keeps the ratio of the picture. */
  height: number | null;
  format: PictureFormat;
  /** The point that a crop keeps in view; by default, the middle of the picture. */
  focus?: FocalPoint;
}

/** Folder of the variants in the built site. */
export const VARIANT_FOLDER = '_astro';

const VARIANT_NAME = /\.[0-9a-f]{10}_\d+(?:x\d+(?:_\d+-\d+)?)?\.(?:avif|webp|jpg|svg)$/u;

/** Whether a file of the built site is a variant of a picture: no other file of its folder has a name of this form. */
export const isVariantPath = (path: string) =>
  path.startsWith(`${VARIANT_FOLDER}/`) && VARIANT_NAME.test(path);

const slugOfName = memoize((name) => slugify(name) || 'image');
const nameInAddress = (file: string) =>
  slugOfName(file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/u, ''));

/** The file name of a variant. It contains a digest of its content, so that browsers may cache it for ever. */
export function variantName(
  { file, digest }: PictureFile,
  { width, height, format, focus = CENTRE }: PictureVariant,
): string {
  const crop = height === null ? '' : `x${height}${focusInName(focus)}`;
  return `${nameInAddress(file)}.${digest}_${width}${crop}.${format}`;
}

const focusInName = ({ x, y }: FocalPoint) => (x === CENTRE.x && y === CENTRE.y ? '' : `_${x}-${y}`);

/** Limits widths to that of the picture. Returns them in ascending order, without duplicates. */
export function preparedWidths(picture: PictureFile, widths: readonly number[]): readonly number[] {
  return [...new Set(widths.map((width) => Math.min(width, picture.width)))].sort((a, b) => a - b);
}

/** Returns the largest crop of a picture with the ratio of a shape, without enlarging it. */
export function fittingCrop(picture: PictureFile, shape: { width: number; height: number }) {
  const scale = Math.min(1, picture.width / shape.width, picture.height / shape.height);
  return { width: Math.round(shape.width * scale), height: Math.round(shape.height * scale) };
}

/** The only variant of a drawing that is served as it is. */
const vectorOf = ({ width }: PictureFile) => ({ width, height: null, format: 'svg' }) as const;

/** The variant to show where only one address can be given. */
export function shownVariant(
  picture: PictureFile,
  width: number,
  format: OfferedFormat | 'jpg',
): PictureVariant {
  return picture.isVector ? vectorOf(picture) : { width, height: null, format };
}

/** The variants of a picture in these widths: the formats it is offered in, and the largest as JPEG for old browsers. */
export function variantsOf(picture: PictureFile, widths: readonly number[]): PictureVariant[] {
  if (picture.isVector) return [vectorOf(picture)];
  const prepared = preparedWidths(picture, widths);
  const variants = prepared.flatMap((width) =>
    picture.formats.map((format) => ({ width, height: null, format })),
  );
  return [...variants, { width: prepared.at(-1) ?? picture.width, height: null, format: 'jpg' }];
}

/** The crops of a cover around its focal point, in the three shapes of news pictures, the widest first. */
export function cropsOfCover(picture: PictureFile, focus: FocalPoint) {
  return COVER_SHAPES.map((shape) => ({ ...fittingCrop(picture, shape), format: 'jpg' as const, focus }));
}

/** All variants of a cover that pages, feeds and structured data may show. */
export function variantsOfCover(picture: PictureFile, focus: FocalPoint): PictureVariant[] {
  const { cover, teaser, wideTeaser } = PICTURE_WIDTHS;
  const whole = [cover, teaser, wideTeaser].flatMap((widths) => variantsOf(picture, widths));
  return [...whole, ...cropsOfCover(picture, focus)];
}

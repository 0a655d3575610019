import sharp, { type Metadata, type Sharp } from 'sharp';
import { type Exif, readExif } from './exif.ts';
import { nameOfContent } from './formats.ts';
import { type PhotographTexts, readPhotographTexts } from './photograph-texts.ts';
import { WIDEST } from './pixels.ts';

/** Kinds of personal data in the metadata of a photograph: where it was taken, the camera, the names of people. */
export type PersonalData = 'position' | 'camera' | 'people';

/** The data that was removed from a photograph and that editors should know about. */
export interface RemovedData extends PhotographTexts {
  personal: readonly PersonalData[];
  /** The original width, in pixels, when the photograph was resized to `WIDEST`; otherwise `null`. */
  widthBefore: number | null;
}

export interface CleanPhotograph {
  bytes: Buffer;
  /** `null` when there was nothing to remove: `bytes` are then unchanged. */
  removed: RemovedData | null;
}

/**
 * How each format is encoded again, by its name in sharp. The quality is high, because variants are made from the file.
 */
const ENCODE = {
  jpeg: (image) => image.jpeg({ quality: 90, chromaSubsampling: '4:4:4', mozjpeg: true }),
  png: (image) => image.png({ compressionLevel: 9 }),
  webp: (image) => image.webp({ quality: 92 }),
  heif: (image) => image.avif({ quality: 80, effort: 2 }),
  tiff: (image) => image.tiff({ compression: 'lzw' }),
} satisfies Readonly<Record<string, (image: Sharp) => Sharp>>;
const isCleaned = (format: string): format is keyof typeof ENCODE => Object.hasOwn(ENCODE, format);

/** Number of bytes that are enough to detect the format of a picture. */
const HEAD = 4000;
/** Segments of a JPEG (ITU T.81, B.1.1) that decoding needs, by marker; each value is how their content begins. */
const PIXEL_SEGMENTS: Readonly<Record<number, string>> = {
  0xe0: 'JFIF\0',
  0xe2: 'ICC_PROFILE\0',
  0xee: 'Adobe',
};
const [FIRST_APP, LAST_APP, COMMENT, SCAN, FILL] = [0xe0, 0xef, 0xfe, 0xda, 0xff];

/**
 * Removes all metadata of a photograph (Exif, XMP, IPTC, comments): it is encoded again in its format, upright, in sRGB
 * and at most `WIDEST` pixels wide. A file without metadata, a drawing and a GIF are returned unchanged.
 *
 * @throws when the file is damaged
 */
export async function cleanPhotograph(bytes: Buffer): Promise<CleanPhotograph> {
  const unchanged = { bytes, removed: null };
  if (nameOfContent(bytes.toString('latin1', 0, HEAD))?.format === 'svg') return unchanged;
  const metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
  const { format, pages = 1, autoOrient } = metadata;
  const exif = readExif(format === 'tiff' ? bytes : (metadata.exif ?? Buffer.alloc(0)));
  if (!isCleaned(format) || !hasMetadata(bytes, metadata, exif)) return unchanged;
  const isAnimated = format === 'webp' && pages > 1;
  const opened = sharp(bytes, { failOn: 'error', animated: isAnimated });
  const upright = isAnimated ? opened : opened.autoOrient();
  const fitting = upright.resize({ width: WIDEST, withoutEnlargement: true }).toColourspace('srgb');
  return {
    bytes: await ENCODE[format](fitting).toBuffer(),
    removed: {
      ...readPhotographTexts(exif, metadata.xmp?.toString() ?? '', metadata.iptc),
      personal: personalData(metadata, exif),
      widthBefore: autoOrient.width > WIDEST ? autoOrient.width : null,
    },
  };
}

/** Whether the metadata of a picture contain the place where it was taken. */
export function hasPosition({ exif, xmp }: Metadata, read = readExif(exif ?? Buffer.alloc(0))): boolean {
  return read.hasPosition || xmp?.includes('GPSLatitude') === true;
}

function hasMetadata(bytes: Buffer, { format, exif, xmp, iptc, comments }: Metadata, read: Exif): boolean {
  if (exif ?? xmp ?? iptc ?? comments?.length) return true;
  if (format === 'jpeg') return hasOtherSegments(bytes);
  return format === 'tiff' && TIFF_METADATA.some((name) => read.has(name));
}

const TIFF_METADATA = [
  ...(['description', 'make', 'model', 'software', 'dateTime', 'artist', 'hostComputer', 'xmp'] as const),
  ...(['copyright', 'iptc', 'photoshop', 'exifDirectory', 'positionDirectory'] as const),
];

/** Whether a JPEG has comments, or application segments that decoding does not need, before its first scan. */
function hasOtherSegments(jpeg: Buffer): boolean {
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === FILL) {
    const marker = jpeg[at + 1] ?? 0;
    if (marker === FILL) {
      at += 1;
      continue;
    }
    if (marker === SCAN) return false;
    const start = PIXEL_SEGMENTS[marker];
    const isApplication = marker >= FIRST_APP && marker <= LAST_APP;
    const isKnown =
      start !== undefined && jpeg.subarray(at + 4).toString('latin1', 0, start.length) === start;
    if (marker === COMMENT || (isApplication && !isKnown)) return true;
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  return false;
}

function personalData(metadata: Metadata, exif: Exif): PersonalData[] {
  const xmp = metadata.xmp?.toString() ?? '';
  const found = {
    position: hasPosition(metadata, exif),
    camera:
      (['make', 'model', 'serialNumber', 'lensSerialNumber'] as const).some((name) => exif.has(name)) ||
      /SerialNumber|tiff:Model/u.test(xmp),
    people:
      (['artist', 'copyright', 'ownerName'] as const).some((name) => exif.has(name)) ||
      readPhotographTexts(exif, xmp, metadata.iptc).credit !== null,
  };
  return (['position', 'camera', 'people'] as const).filter((kind) => found[kind]);
}

/** A picture format, or another format that editors may mistake for one. */
interface Format {
  /** The usual name of the format. */
  name: string;
  extensions: readonly string[];
  /** Whether a file of this format can begin with these bytes; each character is a byte. */
  starts(head: string): boolean;
}

const begins = (pattern: RegExp) => (head: string) => pattern.test(head);

/** The formats that articles may show, by their names in sharp. */
const SHOWN = {
  jpeg: { name: 'JPEG', extensions: ['.jpg', '.jpeg'], starts: begins(/^\xFF\xD8\xFF/u) },
  png: { name: 'PNG', extensions: ['.png'], starts: begins(/^\x89PNG\r\n\x1A\n/u) },
  webp: { name: 'WebP', extensions: ['.webp'], starts: begins(/^RIFF[\s\S]{4}WEBP/u) },
  gif: { name: 'GIF', extensions: ['.gif'], starts: begins(/^GIF8[79]a/u) },
  heif: {
    name: 'AVIF',
    extensions: ['.avif'],
    starts: (head) => brands(head).some((brand) => /^avi[fos]$/u.test(brand)),
  },
  svg: {
    name: 'SVG',
    extensions: ['.svg'],
    starts: begins(
      /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[\s?]|<!--|<!doctype\s+(?:[^\s<>:]+:)?svg|<(?:[^\s<>:]+:)?svg[\s>/])/iu,
    ),
  },
} satisfies Readonly<Record<string, Format>>;

export type ShownFormat = keyof typeof SHOWN;

/** Formats of pictures and documents that no browser, or only a few, display as pictures. */
const OTHERS: readonly Format[] = [
  {
    name: 'HEIC',
    extensions: ['.heic', '.heif', '.hif', '.heics'],
    starts: (head) => brands(head).some((brand) => /^(?:he|mif|msf)/u.test(brand)),
  },
  {
    name: 'RAW',
    extensions: ['.dng', '.cr2', '.cr3', '.nef', '.arw', '.raf', '.orf', '.rw2'],
    starts: begins(/^(?:II\*\0[\s\S]{4}CR|FUJIFILM|IIRO|IIU\0)/u),
  },
  { name: 'TIFF', extensions: ['.tif', '.tiff'], starts: begins(/^(?:II[*+]\0|MM\0[*+])/u) },
  { name: 'BMP', extensions: ['.bmp', '.dib'], starts: begins(/^BM[\s\S]{4}\0{4}/u) },
  { name: 'JPEG XL', extensions: ['.jxl'], starts: begins(/^(?:\xFF\x0A|\0{3}\x0CJXL )/u) },
  {
    name: 'JPEG 2000',
    extensions: ['.jp2', '.j2k', '.jpx', '.jpf'],
    starts: begins(/^(?:\0{3}\x0CjP {2}|\xFF\x4F\xFF\x51)/u),
  },
  { name: 'Photoshop (PSD)', extensions: ['.psd', '.psb'], starts: begins(/^8BPS/u) },
  { name: 'Illustrator', extensions: ['.ai'], starts: () => false },
  { name: 'PDF', extensions: ['.pdf'], starts: begins(/^%PDF-/u) },
  { name: 'EPS', extensions: ['.eps', '.ps'], starts: begins(/^(?:%!PS|\xC5\xD0\xD3\xC6)/u) },
  { name: 'icône (ICO)', extensions: ['.ico', '.cur'], starts: begins(/^\0\0[\x01\x02]\0[^\0]/u) },
  { name: 'SVG compressé', extensions: ['.svgz'], starts: begins(/^\x1F\x8B/u) },
  {
    name: 'WMF',
    extensions: ['.wmf', '.emf'],
    starts: begins(/^(?:\xD7\xCD\xC6\x9A|\x01\0{3}[\s\S]{36} EMF)/u),
  },
  { name: 'GIMP (XCF)', extensions: ['.xcf'], starts: begins(/^gimp xcf/u) },
  {
    name: 'vidéo',
    extensions: ['.mp4', '.mov', '.webm', '.avi', '.mkv', '.m4v'],
    starts: (head) => brands(head).length > 0 || /^(?:\x1A\x45\xDF\xA3|RIFF[\s\S]{4}AVI )/u.test(head),
  },
  {
    name: 'archive ou document de bureau',
    extensions: ['.zip', '.docx', '.pptx', '.odg', '.odt', '.xlsx', '.key'],
    starts: begins(/^(?:PK\x03\x04|\xD0\xCF\x11\xE0)/u),
  },
  {
    name: 'page web',
    extensions: ['.html', '.htm'],
    starts: begins(/^(?:\xEF\xBB\xBF)?\s*<(?:!doctype html|html|head|body)/iu),
  },
];

/** Names of the accepted formats, for messages. */
export const ACCEPTED = 'JPEG, PNG, WebP, AVIF, GIF ou SVG';
const SAVE_AS = 'Enregistrez-la en JPEG (photographie), en PNG ou en SVG (dessin)';

const entries = Object.entries(SHOWN) as [ShownFormat, Format][];

/** The format of a file extension; `null` for an extension that articles may not use. */
export function formatOfExtension(extension: string): ShownFormat | null {
  return entries.find(([, { extensions }]) => extensions.includes(extension))?.[0] ?? null;
}

/** The format of a file by its first bytes; `null` when it is unknown. */
export function nameOfContent(head: string): { name: string; format: ShownFormat | null } | null {
  const shown = entries.find(([, { starts }]) => starts(head));
  if (shown) return { name: shown[1].name, format: shown[0] };
  const other = OTHERS.find(({ starts }) => starts(head));
  return other ? { name: other.name, format: null } : null;
}

/** The problem of a picture's file name, if any. */
export function extensionProblem(name: string): { message: string; remedy: string } | null {
  const extension = /\.[^./]*$/u.exec(name)?.[0].toLowerCase() ?? '';
  if (formatOfExtension(extension)) return null;
  const known = OTHERS.find(({ extensions }) => extensions.includes(extension));
  const what = known
    ? `est au format ${known.name}`
    : extension
      ? `finit par « ${extension.slice(0, 12)} »`
      : 'n’a pas d’extension';
  return {
    message: `L’image « ${name} » ${what} : le site n’en fait pas une image`,
    remedy: `${SAVE_AS}, et citez le nouveau fichier : ${ACCEPTED}`,
  };
}

/** The brands of an ISO media file: a picture (AVIF, HEIC) or a video. */
function brands(head: string): string[] {
  if (head.slice(4, 8) !== 'ftyp') return [];
  const length = (head.charCodeAt(2) << 8) | head.charCodeAt(3);
  return head.slice(8, Math.min(length, 256)).match(/[\s\S]{4}/gu) ?? [];
}

import { escapeHtml } from '#lib/html/escape-html.ts';
import { type PictureFormat, preparedWidths, type ShownPicture } from '#lib/pictures.ts';

/** How a page shows a picture. */
export interface PictureShape {
  /** Widths to prepare, in pixels. */
  widths: readonly number[];
  /** The room it takes on the page, as the `sizes` attribute says it. */
  sizes: string;
  /** The first picture of the page, loaded before all else. */
  first?: boolean;
}

/** Of each picture, what was drawn of it before and after what it tells those who do not see it. */
const drawn = new WeakMap<ShownPicture, Map<string, readonly [start: string, end: string]>>();

/** The `<picture>` of a picture: that of a cover stands on ten pages, and is written once. */
export function drawPicture(image: ShownPicture, alt: string, shape: PictureShape): string {
  const shapes = drawn.get(image) ?? new Map<string, readonly [string, string]>();
  drawn.set(image, shapes);
  const key = `${shape.widths.join(' ')} ${shape.sizes} ${String(shape.first)}`;
  const parts = shapes.get(key) ?? drawParts(image, shape);
  shapes.set(key, parts);
  const [start, end] = parts;
  return `${start}${escapeHtml(alt)}${end}`;
}

function drawParts(
  image: ShownPicture,
  { widths, sizes, first = false }: PictureShape,
): readonly [string, string] {
  const prepared = preparedWidths(image, widths);
  const largest = prepared.at(-1) ?? image.width;
  const width = Math.round(largest / image.density);
  const height = Math.max(1, Math.round((width * image.height) / image.width));
  const source = (format: PictureFormat) => {
    const set = prepared.map((each) => `${image.addressOf({ width: each, height: null, format })} ${each}w`);
    return `<source type="image/${format}" srcset="${set.join(', ')}" sizes="${sizes}">`;
  };
  // One file for browsers that know neither: none of them knows how to choose among several.
  const file = image.addressOf({ width: largest, height: null, format: 'jpg' });
  // In a dark page too, it stands on paper.
  const ground = image.transparent ? 'class="on-paper" ' : '';
  const loading = first
    ? 'loading="eager" fetchpriority="high" decoding="sync"'
    : 'loading="lazy" decoding="async"';
  return [
    whole('<picture>', source('avif'), source('webp'), `<img src="${file}" alt="`),
    whole('" width="', String(width), '" height="', String(height), '" ', ground, loading, '></picture>'),
  ];
}

/** V8 keeps a text put together by `+` or by a template as the tree of its parts, and one that is joined as one piece. */
function whole(...parts: readonly string[]): string {
  return parts.join('');
}

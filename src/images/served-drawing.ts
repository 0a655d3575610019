import { gzipSync } from 'node:zlib';
import { optimize } from 'svgo';

/** Why a drawing (SVG) is served as bitmaps, like a photograph. */
export type BitmapReason = 'animated' | 'heavy' | 'unreadable' | 'unscalable';

/** A drawing as browsers receive it, or the reason why they receive bitmaps of it. */
export type ServedDrawing = { svg: string; reason: null } | { svg: null; reason: BitmapReason };

/** In bytes, compressed: about the weight of the bitmap of a detailed drawing on a phone. */
const MOST_BYTES = 24_000;
/** With more, a slow phone shows a drawing later than its bitmap by 100 ms (docs/performance.md, “Drawings”). */
const MOST_SHAPES = 1500;
/** Digits after the decimal point: a hundredth of a unit is invisible in a view of this width, in units. */
const LARGE_VIEW = 400;
const [DIGITS, DIGITS_OF_SMALL_VIEW] = [2, 5];

const VIEW_BOX = /<(?:[\w-]+:)?svg\b[^>]*?\sviewBox\s*=\s*["']\s*[-+\d.e]+[\s,]+[-+\d.e]+[\s,]+([\d.e]+)/u;
/** Readers must be able to stop what moves. */
const MOTION = /<(?:[\w-]+:)?(?:animate|set\b)|@(?:-webkit-)?keyframes/u;
/** Effects that a browser computes for each pixel, again at each size. */
const EFFECT = /<(?:[\w-]+:)?fe[A-Z]/u;
const SHAPE = /<[a-zA-Z]/gu;

/** Makes a drawing smaller, and decides whether browsers receive it. The safety checks have accepted it. */
export function serveDrawing(source: string): ServedDrawing {
  const refused = (reason: BitmapReason) => ({ svg: null, reason }) as const;
  if (MOTION.test(source)) return refused('animated');
  const viewWidth = Number(VIEW_BOX.exec(source)?.[1]);
  if (!(viewWidth > 0)) return refused('unscalable');
  if (EFFECT.test(source) || (source.match(SHAPE)?.length ?? 0) > MOST_SHAPES) return refused('heavy');
  const svg = optimized(source, viewWidth >= LARGE_VIEW ? DIGITS : DIGITS_OF_SMALL_VIEW);
  if (svg === null) return refused('unreadable');
  return gzipSync(svg).length > MOST_BYTES ? refused('heavy') : { svg, reason: null };
}

/** @returns `null` when svgo cannot read the drawing, or when it is not in UTF-8 */
function optimized(source: string, floatPrecision: number): string | null {
  if (source.includes('\uFFFD')) return null;
  try {
    return optimize(source, { floatPrecision, multipass: true }).data;
  } catch {
    return null;
  }
}

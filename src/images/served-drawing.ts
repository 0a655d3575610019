import { gzipSync } from 'node:zlib';
import { optimize } from 'svgo';

/** Why a drawing (SVG) is served as bitmaps, like a photograph. */
export type BitmapReason = 'animated' | 'heavy' | 'unreadable' | 'unscalable';

/** A drawing as browsers receive it, or the reason why they receive bitmaps of it. */
export type ServedDrawing = { svg: string; reason: null } | { svg: null; reason: BitmapReason };

/** In bytes, compressed: about the weight of the bitmap of a detailed drawing on a phone. */
const MAX_BYTES = 24_000;
/** A slow phone displays a drawing with more shapes 100 ms later than its bitmap (docs/performance.md, “Drawings”). */
const MAX_SHAPES = 1500;
/** In a drawing at least this wide, in SVG units, a hundredth of a unit is invisible. */
const LARGE_VIEW = 400;
/** Digits to write after the decimal point, in a drawing of at least `LARGE_VIEW` and in a smaller one. */
const [DIGITS, DIGITS_OF_SMALL_VIEW] = [2, 5];

const VIEW_BOX = /<(?:[\w-]+:)?svg\b[^>]*?\sviewBox\s*=\s*["']\s*[-+\d.e]+[\s,]+[-+\d.e]+[\s,]+([\d.e]+)/u;
/** A drawing that moves is served as a bitmap, because readers must be able to stop any motion. */
const MOTION = /<(?:[\w-]+:)?(?:animate|set\b)|@(?:-webkit-)?keyframes/u;
/** Filter effects, which a browser computes pixel by pixel, again at each size. */
const EFFECT = /<(?:[\w-]+:)?fe[A-Z]/u;
const SHAPE = /<[a-zA-Z]/gu;

/** Minifies a drawing, and decides whether browsers receive it. The safety checks have already accepted it. */
export function serveDrawing(source: string): ServedDrawing {
  const refused = (reason: BitmapReason) => ({ svg: null, reason }) as const;
  if (MOTION.test(source)) return refused('animated');
  const viewWidth = Number(VIEW_BOX.exec(source)?.[1]);
  if (!(viewWidth > 0)) return refused('unscalable');
  if (EFFECT.test(source) || (source.match(SHAPE)?.length ?? 0) > MAX_SHAPES) return refused('heavy');
  const svg = optimized(source, viewWidth >= LARGE_VIEW ? DIGITS : DIGITS_OF_SMALL_VIEW);
  if (svg === null) return refused('unreadable');
  return gzipSync(svg).length > MAX_BYTES ? refused('heavy') : { svg, reason: null };
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

import sharp, { type Color, type Sharp } from 'sharp';

/** The central share of a maskable icon that is always visible (W3C Web App Manifest, “safe zone”). */
const SAFE = 0.8;
/** Side, in pixels, of the small rendering whose upper edge gives the background colour of a maskable icon. */
const SAMPLE = 64;

/** An icon to draw. A `full` icon is maskable: the system may crop it to any shape. */
export interface IconShape {
  name: string;
  /** Side, in pixels. */
  size: number;
  full: boolean;
}

export const ICON_SHAPES: readonly IconShape[] = [
  { name: '48', size: 48, full: false },
  { name: '180', size: 180, full: true },
  { name: '192', size: 192, full: false },
  { name: '512', size: 512, full: false },
  { name: '512-plein', size: 512, full: true },
];

/**
 * Draws an icon as a PNG.
 *
 * @param svg the magazine's icon
 * @param paper the background colour of a maskable icon whose own background is transparent
 */
export async function drawIcon(svg: string, paper: string, { size, full }: IconShape): Promise<Buffer> {
  const drawn = full ? Math.round((size * SAFE) / 2) * 2 : size;
  const mark = await openMark(svg, drawn);
  if (!full) return mark.png().toBuffer();
  const margin = (size - drawn) / 2;
  const background = (await groundOf(svg)) ?? paper;
  return mark
    .extend({ top: margin, bottom: margin, left: margin, right: margin, background })
    .flatten({ background })
    .png()
    .toBuffer();
}

/** Renders the icon as a square of this side, whatever size it declares. An icon that is not square is centred. */
async function openMark(svg: string, side: number): Promise<Sharp> {
  const bytes = Buffer.from(svg);
  const { width, height } = await sharp(bytes).metadata();
  const density = Math.min(72 * (side / Math.max(width, height)), 10_000);
  return sharp(bytes, { density }).resize(side, side, { fit: 'contain', background: '#0000' });
}

/** The colour in the middle of the icon's upper edge; `null` when it is transparent. */
async function groundOf(svg: string): Promise<Color | null> {
  const mark = await openMark(svg, SAMPLE);
  const pixels = await mark.ensureAlpha().raw().toBuffer();
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(4 * (SAMPLE + SAMPLE / 2));
  return alpha === 255 ? { r: red, g: green, b: blue } : null;
}

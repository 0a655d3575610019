import { join } from 'node:path';
import sharp from 'sharp';

/** The magazine's logo, from which every icon is made. */
const MARK = join('public', 'favicon.svg');
/** The background colour of the logo. */
const GROUND = '#17181c';
/** Part of a maskable icon that is always visible (W3C Web App Manifest, “safe zone”). */
const SAFE = 0.8;

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

/** Draws an icon as a PNG. */
export function drawIcon({ size, full }: IconShape): Promise<Buffer> {
  const drawn = full ? Math.round((size * SAFE) / 2) * 2 : size;
  const mark = sharp(MARK, { density: 72 * (drawn / 64) }).resize(drawn);
  if (!full) return mark.png().toBuffer();
  const margin = (size - drawn) / 2;
  return mark
    .extend({ top: margin, bottom: margin, left: margin, right: margin, background: GROUND })
    .flatten({ background: GROUND })
    .png()
    .toBuffer();
}

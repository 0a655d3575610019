import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { ShownFormat } from '#images/formats.ts';
import { measureDrawing } from '#images/pixels.ts';

/** The size of a picture as displayed; for a drawing, the size that it declares. Throws when it cannot be read. */
export async function shownSize(
  path: string,
  format: ShownFormat | null,
): Promise<{ width: number; height: number }> {
  if (format === 'svg') return measureDrawing(await readFile(path));
  const { width, height } = (await sharp(path).metadata()).autoOrient;
  return { width, height };
}

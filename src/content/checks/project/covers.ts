import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { ShownFormat } from '#images/formats.ts';
import { measureDrawing } from '#images/pixels.ts';
import { contentOf } from '#content/checks/safety/picture-safety.ts';
import type { Place } from '#model/problems.ts';
import { fieldText } from './fields.ts';
import type { Project } from './project.ts';

/** An article's picture, its size in pixels, and where the article names it. */
export interface MeasuredCover {
  file: string;
  place: Place;
  name: string;
  width: number;
  height: number;
  /** Whether it can be drawn in any size. */
  isDrawing: boolean;
}

/** The covers that can be measured, turned as they are shown; the model says which files are missing. */
export async function measureCovers({ root, documents }: Project): Promise<MeasuredCover[]> {
  const covers = await Promise.all(
    documents.map(async (document) => {
      const src = fieldText(document, ['cover', 'src']);
      if (!src) return [];
      const path = join(root, document.source.file, '..', src.text);
      if (!existsSync(path)) return [];
      const format = contentOf(path)?.format ?? null;
      const size = await measureCover(path, format).catch(() => null);
      if (!size) return [];
      return [
        {
          file: document.source.file,
          place: src.place,
          name: src.text,
          ...size,
          isDrawing: format === 'svg',
        },
      ];
    }),
  );
  return covers.flat();
}

/** The size of a picture as it is seen: a drawing's is what it declares, and it can be drawn in any. */
export async function measureCover(
  path: string,
  format: ShownFormat | null,
): Promise<{ width: number; height: number }> {
  if (format === 'svg') return measureDrawing(await readFile(path));
  const { width, height } = (await sharp(path).metadata()).autoOrient;
  return { width, height };
}

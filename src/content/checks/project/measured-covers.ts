import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contentOf } from '#content/checks/safety/picture-safety.ts';
import type { Place } from '#model/problems.ts';
import { fieldText } from './fields.ts';
import { shownSize } from './picture-size.ts';
import type { Project } from './project.ts';

/** Minimum width of a cover, in pixels; drawings (SVG) have none. */
export const MIN_WIDTH = 1600;
/** Minimum ratio of width to height of a cover, about 4:3: cropping a taller picture to 16:9 could hide its subject. */
export const MIN_RATIO = 1.3;
/** Maximum ratio, that of a panorama, for the same reason. */
export const MAX_RATIO = 2.4;

export interface MeasuredCover {
  /** The article's file. */
  file: string;
  /** The place of the field that names the cover. */
  place: Place;
  name: string;
  /** In pixels. */
  width: number;
  height: number;
  isDrawing: boolean;
}

/** Returns the covers that can be measured; the content check reports missing files. */
export async function measureCovers({ root, documents }: Project): Promise<MeasuredCover[]> {
  const covers = await Promise.all(
    documents.map(async (document) => {
      const { file } = document.source;
      const src = fieldText(document, ['cover', 'src']);
      const path = join(root, file, '..', src?.text ?? '');
      if (!src || !existsSync(path)) return [];
      const format = contentOf(path)?.format ?? null;
      const size = await shownSize(path, format).catch(() => null);
      return size ? [{ file, place: src.place, name: src.text, ...size, isDrawing: format === 'svg' }] : [];
    }),
  );
  return covers.flat();
}

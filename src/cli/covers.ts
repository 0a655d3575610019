import { join } from 'node:path';
import sharp from 'sharp';
import type { Place } from '#content/problems.ts';
import { fieldText } from './fields.ts';
import type { Project } from './project.ts';

/** An article's picture, its size in pixels, and where the article names it. */
export interface MeasuredCover {
  file: string;
  place: Place;
  name: string;
  width: number;
  height: number;
}

/** The covers that can be measured, turned as they are shown; the model says which files are missing. */
export async function measureCovers({ root, documents }: Project): Promise<MeasuredCover[]> {
  const covers = await Promise.all(
    documents.map(async (document) => {
      const src = fieldText(document, ['cover', 'src']);
      if (!src) return [];
      const path = join(root, document.source.file, '..', src.text);
      const size = await sharp(path)
        .metadata()
        .catch(() => null);
      if (!size) return [];
      const { width, height } = size.autoOrient;
      return [{ file: document.source.file, place: src.place, name: src.text, width, height }];
    }),
  );
  return covers.flat();
}

import { readdirSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { formatOfExtension, type ShownFormat } from '#images/formats.ts';
import type { Project } from './project.ts';

/** A picture that stands beside an article. */
export interface ArticlePicture {
  /** Path from the project's folder, with « / ». */
  file: string;
  path: string;
  format: ShownFormat;
  /** In bytes. */
  size: number;
}

/** Every picture that stands beside an article, whether its text shows it or not. */
export function articlePictures({ root, documents }: Project): ArticlePicture[] {
  return documents
    .filter(({ kind }) => kind === 'article')
    .flatMap(({ source }) => {
      const folder = dirname(source.file);
      return readdirSync(join(root, folder)).flatMap((name) => {
        const format = formatOfExtension(extname(name).toLowerCase());
        const path = join(root, folder, name);
        return format ? [{ file: `${folder}/${name}`, path, format, size: statSync(path).size }] : [];
      });
    });
}

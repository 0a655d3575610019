import { readdirSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { formatOfExtension, type ShownFormat } from '#images/formats.ts';
import type { Project } from './project.ts';

export interface ArticlePicture {
  /** Path from the project's root, with « / ». */
  file: string;
  path: string;
  format: ShownFormat;
}

/** Every picture in an article's folder, even one that its text does not show. */
export function articlePictures({ root, documents }: Pick<Project, 'root' | 'documents'>): ArticlePicture[] {
  return documents
    .filter(({ kind }) => kind === 'article')
    .flatMap(({ source }) => {
      const folder = dirname(source.file);
      return readdirSync(join(root, folder)).flatMap((name) => {
        const format = formatOfExtension(extname(name).toLowerCase());
        return format ? { file: `${folder}/${name}`, path: join(root, folder, name), format } : [];
      });
    });
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CENTRE, type FocalPoint } from '#lib/focal-point.ts';
import { filesBelow } from '#storage/files-below.ts';
import { splitArticle } from './article-file.ts';
import { type ArticleRecord, articleFolder } from './article-records.ts';
import { pictureFilesOf } from './body-parts.ts';

const PAGES = 'content/pages';

/** Pictures that pages show: paths relative to the project's folder. */
export interface PictureFiles {
  covers: { file: string; focus: FocalPoint }[];
  /** Pictures of the texts of articles and of the magazine's own pages. */
  bodies: string[];
}

/** Lists the pictures of these articles and of the magazine's own pages. */
export function findPictureFiles(root: string, articles: readonly ArticleRecord[]): PictureFiles {
  const beside = ({ slug }: ArticleRecord, name: string) => join(articleFolder(slug), name);
  return {
    covers: articles.flatMap((article) => {
      if (!article.data) return [];
      const { src, focus = CENTRE } = article.data.cover;
      return { file: beside(article, src), focus };
    }),
    bodies: [
      ...articles.flatMap((article) => article.pictures.map((name) => beside(article, name))),
      ...pagePictures(root),
    ],
  };
}

function pagePictures(root: string): string[] {
  const texts = filesBelow(join(root, PAGES)).filter((name) => name.endsWith('.mdx'));
  return texts.flatMap((name) => {
    const body = splitArticle(readFileSync(join(root, PAGES, name), 'utf8'))?.body ?? '';
    return pictureFilesOf(body).map((picture) => join(PAGES, picture));
  });
}

import type { ArticleFile } from '#model/schema.ts';
import { type ArticleRecord, recordsOfBuild } from './article-records.ts';
import { readLeftOut } from './left-out.ts';
import { isShown, readPublication } from './publication.ts';

/** An article that this build shows. */
export interface PublishedArticle extends ArticleRecord {
  data: ArticleFile;
}

/** Returns the articles that this build shows, drafts included in a preview, for code that runs outside pages. */
export function publishedArticles(root: string): PublishedArticle[] {
  return filterPublished(root, recordsOfBuild(root));
}

/** Keeps only the articles that this build shows. The content check has already reported why it omits others. */
export function filterPublished(root: string, records: readonly ArticleRecord[]): PublishedArticle[] {
  const leftOut = readLeftOut(root);
  const publication = readPublication();
  return records.filter(
    (record): record is PublishedArticle =>
      record.data !== null && isShown(record.data, publication) && !leftOut.has(record.slug),
  );
}

import { readFields } from './article-fields.ts';
import { recordsOfBuild } from './article-records.ts';
import { isShown, type Publication } from './publication.ts';
import type { ArticleFile } from '#model/schema.ts';
import { leftOutArticles } from './verdict.ts';

export interface PublishedFile {
  slug: string;
  /** Its old addresses. */
  aliases: string[];
  /** The name of its cover. */
  cover: string;
  /** All its fields, read when they are asked for. */
  readonly data: ArticleFile;
  /** Names of the pictures of its text. */
  pictures: string[];
}

/**
 * The front matters of published articles, as this build has read them, for what must know them outside of a page.
 * What is wrong in a file is left to the content check, which has its own words for it.
 *
 * @param root the project's folder
 * @param publication what is left out: drafts and what is to come, but for a preview
 */
export function readPublishedFiles(root: string, publication: Publication): PublishedFile[] {
  const leftOut = leftOutArticles();
  return recordsOfBuild(root).flatMap((record) => {
    const { slug, aliases, cover, fields, pictures } = record;
    const isPublished = record.publication && isShown(record.publication, publication);
    if (!isPublished || fields === null || leftOut.has(slug)) return [];
    let data: ArticleFile | undefined;
    return {
      slug,
      aliases,
      cover,
      get data() {
        return (data ??= readFields(fields));
      },
      pictures,
    };
  });
}

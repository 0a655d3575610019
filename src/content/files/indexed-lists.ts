import { createAddresses } from '#lib/urls.ts';
import type { ListFiles } from './list-files.ts';
import type { PublishedArticle } from './published.ts';

/** A list of one article says no more than the article: search engines are shown none. */
const LEAST_OF_A_TAG = 2;

/** Whether search engines are shown the page of a tag that so many articles have. */
export function isIndexedTag(count: number): boolean {
  return count >= LEAST_OF_A_TAG;
}

/**
 * The pages of tags that search engines are not shown.
 *
 * @param base the base path of the site
 * @returns their addresses
 */
export function unindexedTags(
  files: readonly { data: Pick<PublishedArticle['data'], 'tags'> }[],
  { tagSlugs }: Pick<ListFiles, 'tagSlugs'>,
  base: string,
): ReadonlySet<string> {
  const addresses = createAddresses(base);
  const counts = new Map<string, number>();
  for (const { data } of files) {
    for (const slug of new Set(data.tags.map((name) => tagSlugs.get(name) ?? name)))
      counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  const thin = [...counts].filter(([, count]) => !isIndexedTag(count));
  return new Set(thin.map(([slug]) => addresses.tag(slug)));
}

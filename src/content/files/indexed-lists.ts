import { createAddresses } from '#lib/urls.ts';
import type { ListFiles } from './list-files.ts';
import type { PublishedArticle } from './published.ts';

/** Minimum number of articles of an indexed tag: the list of a single article adds nothing to the article itself. */
const MIN_OF_A_TAG = 2;

/** Whether search engines may index the page of a tag with this many articles. */
export function isIndexedTag(count: number): boolean {
  return count >= MIN_OF_A_TAG;
}

/**
 * Returns the addresses of the tag pages that search engines should not index.
 *
 * @param base the base path of the site
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

import { isoDay } from '#lib/dates.ts';
import { memoize } from '#lib/memoize.ts';
import { createAddresses } from '#lib/urls.ts';
import type { ListFiles } from './list-files.ts';
import type { PublishedArticle } from './published.ts';

/** The dates in an article's front matter. */
export interface ArticleDates {
  publishedAt: Date;
  updatedAt?: Date | undefined;
  corrections: readonly { date: Date }[];
}

/** Returns when an article last changed for readers: the latest of its publication, update and corrections. */
export function lastChange({ publishedAt, updatedAt, corrections }: ArticleDates): Date {
  const times = [publishedAt, updatedAt ?? publishedAt, ...corrections.map(({ date }) => date)];
  return new Date(Math.max(...times.map((date) => date.getTime())));
}

/**
 * Finds when each page last changed for readers: an article by its own dates, a list by its newest article.
 *
 * @param base the base path of the site
 * @returns the instants by page address; all pages of a list share the address of its first page
 */
export function findLastChanges(
  files: readonly Pick<PublishedArticle, 'slug' | 'data'>[],
  { categoryPaths, tagSlugs, pageUpdates }: ListFiles,
  base: string,
): ReadonlyMap<string, Date> {
  const addresses = createAddresses(base);
  const changes = new Map<string, Date>();
  const note = (address: string, date: Date) => {
    const known = changes.get(address);
    if (!known || known < date) changes.set(address, date);
  };
  // Memoized, because thousands of articles share the same lists.
  const ofCategory = memoize((category) => {
    const path = categoryPaths.get(category) ?? [category];
    return path.map((_, depth) => addresses.category(path.slice(0, depth + 1)));
  });
  const ofTag = memoize((name) => addresses.tag(tagSlugs.get(name) ?? name));
  const ofAuthor = memoize((author) => addresses.author(author));
  const ofMonth = memoize((month) => {
    const [year = ''] = month.split('-');
    return [addresses.archive([year]), addresses.archive(month.split('-'))];
  });
  for (const { slug, data } of files) {
    const changed = lastChange(data);
    const pages = [
      addresses.article(slug),
      addresses.home,
      ...ofCategory(data.category),
      ...data.tags.map(ofTag),
      addresses.tags,
      ...data.authors.map(ofAuthor),
      addresses.archives,
      ...ofMonth(isoDay(data.publishedAt).slice(0, 'yyyy-mm'.length)),
    ];
    for (const address of pages) note(address, changed);
  }
  for (const [slug, date] of pageUpdates) note(addresses.page(slug), date);
  return changes;
}

import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { unindexedTags } from '#content/files/indexed-lists.ts';
import { findLastChanges } from '#content/files/last-changes.ts';
import { readListFiles } from '#content/files/list-files.ts';
import { metadataInstant } from '#lib/dates.ts';
import { createAddresses } from '#lib/urls.ts';
import { unindexedAddresses } from '#routes.ts';
import { publishedArticles } from '#content/files/published.ts';

const pathOf = (page: string) => new URL(page).pathname;
const firstPage = (path: string) => path.replace(/page\/\d+\/$/u, '');

/** Creates the sitemap, with the date of the last change of each page. */
export function datedSitemap(root: string, base: string): AstroIntegration {
  let found: ReturnType<typeof readPages> | null = null;
  // Read late, because the content must be checked first.
  const pages = () => (found ??= readPages(root, base));
  return sitemap({
    filter: (page) => pages().isListed(pathOf(page)),
    serialize: (item) => {
      const changed = pages().lastChange(pathOf(item.url));
      return changed ? { ...item, lastmod: metadataInstant(changed).toISOString() } : item;
    },
  });
}

function readPages(root: string, base: string) {
  const addresses = createAddresses(base);
  const files = publishedArticles(root);
  const lists = readListFiles(root);
  const changes = findLastChanges(files, lists, base);
  const unindexed = new Set([
    ...unindexedAddresses.map(addresses.file),
    ...unindexedTags(files, lists, base),
  ]);
  const groups = [addresses.author('x'), addresses.category(['x'])].map((page) =>
    page.slice(0, -'x/'.length),
  );
  const lastChange = (path: string) => changes.get(firstPage(path));
  /** Whether a page is the empty list of a section or an author without articles. */
  const isEmptyList = (path: string) =>
    groups.some((group) => path.startsWith(group)) && lastChange(path) === undefined;
  return { lastChange, isListed: (path: string) => !unindexed.has(path) && !isEmptyList(path) };
}

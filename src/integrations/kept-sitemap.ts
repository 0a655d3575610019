import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import sitemap from '@astrojs/sitemap';
import type { AstroConfig } from 'astro';
import { cacheFolder } from '#content/cache-folder.ts';
import { cachedBytes, cachedNames, pruneCache } from '#content/content-cache.ts';
import { digestOf, digestOfReadingCode } from '#content/digest.ts';
import { unindexedTags } from '#content/indexed-lists.ts';
import { lastChange } from '#content/last-change.ts';
import { findLastChanges } from '#content/last-changes.ts';
import { readListFiles } from '#content/list-files.ts';
import type { PublishedFile } from '#content/published-files.ts';
import { toldInstant } from '#lib/dates.ts';
import { createAddresses } from '#lib/urls.ts';
import { publishedFiles } from './published.ts';

/** The page that the service of comments fills, to which no reader is led. */
const UNREAD = /\/commentaires\/gabarit\/$/u;

/** What @astrojs/sitemap writes; other sitemaps of the site are pages of it. */
const SITEMAPS = 'sitemap-{index,[0-9]*}.xml';

/** A site, as its sitemap tells of it. */
export interface ListedSite {
  /** The project's folder. */
  root: string;
  /** Of Astro’s configuration, what addresses depend on. */
  config: Pick<AstroConfig, 'site' | 'base' | 'trailingSlash'> & {
    build: Pick<AstroConfig['build'], 'format'>;
  };
  /** Pages, by their addresses below the base path, without a first slash. */
  pathnames: readonly string[];
}

export interface SitemapFile {
  path: string;
  content: Uint8Array;
}

/** What @astrojs/sitemap has to say. */
export type Say = (message: string) => void;

/**
 * The sitemap, where each page says when it last changed. One that would say the same is kept by the cache.
 *
 * @param isSame whether nothing has changed of what it says, as the caller knows
 */
export async function keepSitemap(site: ListedSite, isSame: boolean, say: Say): Promise<SitemapFile[]> {
  const { root } = site;
  const name = (isSame && onlyKept(root)) || nameOf(site);
  const kept = await cachedBytes(root, 'sitemap', name, async () => serialize(await makeSitemap(site, say)));
  await pruneCache(root, 'sitemap', new Set([name]), 0);
  return deserialize(kept) as SitemapFile[];
}

/** The name of the sitemap of the last build, when no other is kept. */
function onlyKept(root: string): string | null {
  const names = cachedNames(root, 'sitemap');
  return names.length === 1 ? (names[0] ?? null) : null;
}

/** Names all that the sitemap says. */
function nameOf({ root, config: { site, base }, pathnames }: ListedSite): string {
  const lists = readListFiles(root);
  return digestOf(
    digestOfReadingCode(root),
    readFileSync(fileURLToPath(import.meta.url)),
    JSON.stringify([site, base, pathnames.toSorted()]),
    JSON.stringify(publishedFiles(root).map(({ slug, data }) => [slug, dated(data)])),
    JSON.stringify([...lists.categoryPaths, ...lists.tagSlugs, ...lists.pageUpdates]),
  );
}

/** What tells when the pages of an article last changed. */
function dated(data: PublishedFile['data']) {
  const { publishedAt, category, tags, authors } = data;
  return [publishedAt, lastChange(data), category, tags, authors];
}

async function makeSitemap({ root, config, pathnames }: ListedSite, say: Say): Promise<SitemapFile[]> {
  const addresses = createAddresses(config.base);
  const changes = findLastChanges(publishedFiles(root), readListFiles(root), config.base);
  // A section or an author without an article has a page that says nothing.
  const lists = [addresses.author('x'), addresses.category(['x'])].map((page) => page.slice(0, -'x/'.length));
  const isEmptyList = (path: string) =>
    lists.some((list) => path.startsWith(list)) && !changes.has(firstPage(path));
  // What says « noindex »: results, what a device keeps, tags of one article.
  const unindexed = new Set([
    ...[addresses.search, addresses.kept],
    ...unindexedTags(publishedFiles(root), readListFiles(root), config.base),
  ]);
  const { hooks } = sitemap({
    filter: (page) => {
      const { pathname } = new URL(page);
      return !UNREAD.test(page) && !unindexed.has(pathname) && !isEmptyList(pathname);
    },
    serialize: (item) => {
      const changed = changes.get(firstPage(new URL(item.url).pathname));
      return changed ? { ...item, lastmod: toldInstant(changed).toISOString() } : item;
    },
  });
  const folder = join(cacheFolder(root), 'sitemap.draft');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const logger = { info: () => undefined, warn: say, error: say };
  // Its routes without parameters are pages as well: they have been told.
  await hooks['astro:routes:resolved']?.({ routes: [] } as never);
  await hooks['astro:config:done']?.({ config } as never);
  await hooks['astro:build:done']?.({
    dir: pathToFileURL(`${folder}/`),
    pages: inOrder(pathnames),
    logger,
  } as never);
  const files = writtenIn(folder);
  rmSync(folder, { recursive: true });
  return files;
}

const firstPage = (path: string) => path.replace(/page\/\d+\/$/u, '');

/** Nearly the order of @astrojs/sitemap, which takes its time to compare addresses that are in none. */
function inOrder(pathnames: readonly string[]): { pathname: string }[] {
  const ranked = pathnames.map((pathname) => ({
    pathname,
    rank: pathname.replace(/\d+\/$/u, (number) => number.padStart(8, '0')),
  }));
  return ranked.sort((one, other) => (one.rank < other.rank ? -1 : 1)).map(({ pathname }) => ({ pathname }));
}

/** What has just been written. @astrojs/sitemap says why it writes none, and would go on. */
function writtenIn(folder: string): SitemapFile[] {
  const paths = globSync(SITEMAPS, { cwd: folder });
  if (paths.length === 0) throw new Error('@astrojs/sitemap wrote no sitemap, for what is said above');
  return paths.map((path) => ({ path, content: readFileSync(join(folder, path)) }));
}

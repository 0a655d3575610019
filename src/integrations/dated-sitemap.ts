import { existsSync, globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { cacheFolder } from '#content/cache-folder.ts';
import { changedAlone } from '#content/changed-alone.ts';
import { digestOf, digestOfReadingCode } from '#content/digest.ts';
import { keptBytes, pruneKeptFiles } from '#content/kept-files.ts';
import { lastChange } from '#content/last-change.ts';
import { findLastChanges } from '#content/last-changes.ts';
import { readListFiles } from '#content/list-files.ts';
import type { PublishedFile } from '#content/published-files.ts';
import { createAddresses } from '#lib/urls.ts';
import { leftPages } from './left-pages.ts';
import { publishedFiles } from './published.ts';

/** The page that the service of comments fills, to which no reader is led. */
const UNREAD = /\/commentaires\/gabarit\/$/u;

/** What @astrojs/sitemap writes; other sitemaps of the site are pages of it. */
const SITEMAPS = 'sitemap-{index,[0-9]*}.xml';

/** The sitemap, where each page says when it last changed. One that would say the same is kept by the cache. */
export function datedSitemap(): AstroIntegration {
  let root = '';
  let site: string | undefined;
  let base = '';
  let addresses = createAddresses('/');
  let changes: ReadonlyMap<string, Date> | undefined;
  const { hooks, ...made } = sitemap({
    // A page of results says « noindex », as what a device keeps: neither is what search engines look for.
    filter: (page) =>
      !UNREAD.test(page) && ![addresses.search, addresses.kept].includes(new URL(page).pathname),
    serialize: (item) => {
      const changed = changes?.get(new URL(item.url).pathname.replace(/page\/\d+\/$/u, ''));
      return changed ? { ...item, lastmod: changed.toISOString() } : item;
    },
  });
  return {
    ...made,
    hooks: {
      ...hooks,
      'astro:config:done': async (done) => {
        root = fileURLToPath(done.config.root);
        ({ site, base } = done.config);
        addresses = createAddresses(base);
        await hooks['astro:config:done']?.(done);
      },
      'astro:build:done': async (hook) => {
        const done = {
          ...hook,
          pages: inOrder([...hook.pages.map(({ pathname }) => pathname), ...leftPages()]),
        };
        const nameNow = () => {
          const lists = readListFiles(root);
          return digestOf(
            digestOfReadingCode(root),
            readFileSync(fileURLToPath(import.meta.url)),
            JSON.stringify([site, base, done.pages.map(({ pathname }) => pathname).sort()]),
            JSON.stringify(publishedFiles(root).map(({ slug, data }) => [slug, dated(data)])),
            JSON.stringify([...lists.categoryPaths, ...lists.tagSlugs, ...lists.pageUpdates]),
          );
        };
        const name = (changedAlone() && onlyKept(root)) || nameNow();
        const output = fileURLToPath(done.dir);
        const kept = await keptBytes(root, 'sitemap', name, async () => {
          changes = findLastChanges(publishedFiles(root), readListFiles(root), base);
          await hooks['astro:build:done']?.(done);
          return serialize(writtenIn(output));
        });
        for (const { path, content } of deserialize(kept) as Sitemap[])
          writeFileSync(join(output, path), content);
        await pruneKeptFiles(root, 'sitemap', new Set([name]), 0);
      },
    },
  };
}

/** Nearly the order of @astrojs/sitemap, which takes its time to compare addresses that are in none. */
function inOrder(pathnames: readonly string[]): { pathname: string }[] {
  const ranked = pathnames.map((pathname) => ({
    pathname,
    rank: pathname.replace(/\d+\/$/u, (number) => number.padStart(8, '0')),
  }));
  return ranked.sort((one, other) => (one.rank < other.rank ? -1 : 1)).map(({ pathname }) => ({ pathname }));
}

/** The name of the sitemap of the last build, when no other is kept. */
function onlyKept(root: string): string | null {
  const folder = join(cacheFolder(root), 'sitemap');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.length === 1 ? (names[0] ?? null) : null;
}

/** What tells when the pages of an article last changed. */
function dated(data: PublishedFile['data']) {
  const { publishedAt, category, tags, authors } = data;
  return [publishedAt, lastChange(data), category, tags, authors];
}

interface Sitemap {
  path: string;
  content: Uint8Array;
}

/** What a build has just written. @astrojs/sitemap says why it writes none, and would go on. */
function writtenIn(output: string): Sitemap[] {
  const paths = globSync(SITEMAPS, { cwd: output });
  if (paths.length === 0) throw new Error('@astrojs/sitemap wrote no sitemap, for what is said above');
  return paths.map((path) => ({ path, content: readFileSync(join(output, path)) }));
}

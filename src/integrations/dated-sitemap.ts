import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroConfig, AstroIntegration } from 'astro';
import { changedAlone } from '#content/changed-alone.ts';
import { keepSitemap, type ListedSite, type SitemapFile } from './kept-sitemap.ts';
import { leftPages } from './left-pages.ts';
import type { PathToRender } from './page-files.ts';

let ahead: { site: ListedSite; made: Promise<SitemapFile[] | null> } | null = null;

const siteOf = (
  { root, site, base, trailingSlash, build }: AstroConfig,
  pathnames: readonly string[],
): ListedSite => ({
  root: fileURLToPath(root),
  config: { site, base, trailingSlash, build: { format: build.format } },
  pathnames: [...pathnames, ...leftPages()].sort(),
});

/** As Astro tells of a page once it is built. */
const addressOf = (pathname: string) => pathname.replace(/\/?$/u, '/').replace(/^\//u, '');

/**
 * Has a thread make the sitemap while a few pages are rendered, which takes as long.
 *
 * @param paths of all that this build does not leave
 */
export function beginSitemap(config: AstroConfig, paths: readonly PathToRender[]): void {
  const pages = paths.filter(({ route }) => route.type === 'page');
  const site = siteOf(
    config,
    pages.map(({ pathname }) => addressOf(pathname)),
  );
  const made = new Promise<SitemapFile[] | null>((resolve) => {
    const thread = new Worker(new URL('./sitemap-thread.ts', import.meta.url), { workerData: site });
    thread.once('message', (files: SitemapFile[]) => resolve(files));
    thread.once('error', () => resolve(null));
  });
  ahead = { site, made };
}

/** The sitemap that was begun ahead, where it lists the same pages. */
async function takeSitemap(site: ListedSite): Promise<SitemapFile[] | null> {
  const taken = ahead;
  ahead = null;
  const made = await taken?.made;
  return made && JSON.stringify(taken?.site) === JSON.stringify(site) ? made : null;
}

/** Puts the sitemap into the site. */
export function datedSitemap(): AstroIntegration {
  let config: AstroConfig;
  return {
    name: 'dated-sitemap',
    hooks: {
      'astro:config:done': (done) => {
        ({ config } = done);
      },
      'astro:build:done': async ({ dir, pages, logger }) => {
        const site = siteOf(
          config,
          pages.map(({ pathname }) => pathname),
        );
        const isSame = changedAlone() !== null;
        const files =
          (await takeSitemap(site)) ?? (await keepSitemap(site, isSame, (message) => logger.warn(message)));
        for (const { path, content } of files) writeFileSync(join(fileURLToPath(dir), path), content);
      },
    },
  };
}

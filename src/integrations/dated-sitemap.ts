import { fileURLToPath } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { findLastChanges } from '#content/last-changes.ts';
import { readListFiles } from '#content/list-files.ts';
import { readPublication } from '#content/publication.ts';
import { readPublishedFiles } from '#content/published-files.ts';

/** What no reader is led to: the page that the service of comments fills. */
const UNREAD = /\/commentaires\/gabarit\/$/u;

/** The sitemap, where each page says when it last changed. */
export function datedSitemap(): AstroIntegration[] {
  let root = '';
  let base = '';
  let changes: ReadonlyMap<string, Date> = new Map();
  return [
    {
      name: 'sitemap-dates',
      hooks: {
        'astro:config:done': ({ config }) => {
          root = fileURLToPath(config.root);
          base = config.base;
        },
        'astro:build:start': () => {
          changes = findLastChanges(readPublishedFiles(root, readPublication()), readListFiles(root), base);
        },
      },
    },
    sitemap({
      filter: (address) => !UNREAD.test(address),
      serialize: (item) => {
        const changed = changes.get(new URL(item.url).pathname.replace(/page\/\d+\/$/u, ''));
        return changed ? { ...item, lastmod: changed.toISOString() } : item;
      },
    }),
  ];
}

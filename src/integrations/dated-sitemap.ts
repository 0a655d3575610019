import { fileURLToPath } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { findLastChanges } from '#content/last-changes.ts';
import { readListFiles } from '#content/list-files.ts';
import { createAddresses } from '#lib/urls.ts';
import { publishedFiles } from './published.ts';

/** The page that the service of comments fills, to which no reader is led. */
const UNREAD = /\/commentaires\/gabarit\/$/u;

/** The sitemap, where each page says when it last changed. */
export function datedSitemap(): AstroIntegration[] {
  let root = '';
  let base = '';
  let addresses = createAddresses('/');
  let changes: ReadonlyMap<string, Date> | undefined;
  return [
    {
      name: 'sitemap-dates',
      hooks: {
        'astro:config:done': ({ config }) => {
          root = fileURLToPath(config.root);
          base = config.base;
          addresses = createAddresses(base);
        },
      },
    },
    sitemap({
      // A page of results says « noindex », as what a device keeps: neither is what search engines look for.
      filter: (page) =>
        !UNREAD.test(page) && ![addresses.search, addresses.kept].includes(new URL(page).pathname),
      serialize: (item) => {
        // Not before: what it is found in would be held in memory while pages are rendered.
        changes ??= findLastChanges(publishedFiles(root), readListFiles(root), base);
        const changed = changes.get(new URL(item.url).pathname.replace(/page\/\d+\/$/u, ''));
        return changed ? { ...item, lastmod: changed.toISOString() } : item;
      },
    }),
  ];
}

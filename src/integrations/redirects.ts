import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { strings } from '#strings/site.ts';
import { redirectsOf } from '#content/files/published.ts';
import { finishPage } from '#lib/html/finish-page.ts';

const LEADS_ON = 'http-equiv="refresh"';

/**
 * Keeps alive the old addresses of articles, and those that readers cut short: a page that leads on, for any static
 * host, and the `_redirects` file that Netlify and Cloudflare Pages answer with a true 301.
 */
export function oldAddresses(): AstroIntegration {
  let root = '';
  let base = '';
  let site = '';
  return {
    name: 'old-addresses',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        base = config.base.replace(/\/$/u, '');
        site = config.site ?? '';
      },
      'astro:build:done': async ({ dir }) => {
        const moves = Object.entries(redirectsOf(root)).map(([from, to]) => ({
          from,
          to: `${base}${to}`,
        }));
        for (const { from, to } of moves) {
          const folder = new URL(`.${from.endsWith('/') ? from : `${from}/`}`, dir);
          refuseTaken(from, new URL('index.html', folder));
          await mkdir(folder, { recursive: true });
          const page = movedPage(to, new URL(to, site).href);
          await writeFile(new URL('index.html', folder), finishPage(page));
        }
        await writeFile(
          new URL('_redirects', dir),
          moves.map(({ from, to }) => `${base}${from} ${to} 301\n`).join(''),
        );
      },
    },
  };
}

/** What leads to a new address may stand there from the last build; a page of the site may not. */
function refuseTaken(from: string, file: URL): void {
  if (existsSync(file) && !readFileSync(file, 'utf8').includes(LEADS_ON))
    throw new Error(
      `L’ancienne adresse « ${from} » est celle d’une page du site : supprimez-la des « aliases » de l’article`,
    );
}

/** Aliases and slugs are made of letters, digits, hyphens and slashes alone: nothing to escape. */
function movedPage(to: string, canonical: string): string {
  const { title, text, link } = strings.moved;
  return [
    '<!doctype html><html lang="fr"><head><meta charset="utf-8">',
    `<title>${title}</title><meta name="robots" content="noindex"><link rel="canonical" href="${canonical}">`,
    `<meta ${LEADS_ON} content="0; url=${to}"></head>`,
    `<body><h1>${title}</h1><p>${text} <a href="${to}">${link}</a></p></body></html>\n`,
  ].join('');
}

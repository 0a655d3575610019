import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { html } from 'hono/html';
import { redirectsOf } from '#content/files/redirects.ts';
import { finishPage } from '#lib/html/finish-page.ts';
import { ROUTES } from '#routes.ts';
import { strings } from '#strings/site.ts';
import { afterBuild } from './after-build.ts';

const FEEDS = [ROUTES.rss, ROUTES.jsonFeed].map(({ pattern }) => basename(pattern));
const REFRESH = 'http-equiv="refresh"';

/**
 * Redirects former addresses, and truncated addresses such as `/articles/`. For any static host, it writes a page that
 * redirects. For servers, and hosts that read it, it also writes `_redirects`, from which they respond with 301.
 */
export function redirects(): AstroIntegration {
  return afterBuild('redirects', async ({ config, root, folder, base }) => {
    const withBase = (path: string) => `${base}${path.slice(1)}`;
    const lines: string[] = [];
    for (const [from, target] of Object.entries(redirectsOf(root))) {
      const to = withBase(target);
      const file = join(folder, from, 'index.html');
      refuseTaken(from, file);
      await mkdir(join(folder, from), { recursive: true });
      const page = await redirectPage(to, new URL(to, config.site).href);
      await writeFile(file, finishPage(String(page)));
      // Feed readers do not follow the redirect of a page, so each feed is also copied to its old address.
      for (const name of FEEDS.filter((feed) => existsSync(join(folder, target, feed))))
        await copyFile(join(folder, target, name), join(folder, from, name));
      lines.push(`${withBase(from)} ${to} 301\n`);
    }
    await writeFile(join(folder, '_redirects'), lines.join(''));
  });
}

/** Throws if the address belongs to a page of the site, other than the redirect page of the last build. */
function refuseTaken(from: string, file: string): void {
  if (existsSync(file) && !readFileSync(file, 'utf8').includes(REFRESH))
    throw new Error(
      `L’ancienne adresse « ${from} » est celle d’une page du site : supprimez-la des « aliases » de l’article`,
    );
}

function redirectPage(to: string, canonical: string) {
  const { title, text, link } = strings.redirect;
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <meta name="robots" content="noindex" />
        <link rel="canonical" href="${canonical}" />
        <meta http-equiv="refresh" content="0; url=${to}" />
      </head>
      <body>
        <h1>${title}</h1>
        <p>${text} <a href="${to}">${link}</a></p>
      </body>
    </html>`;
}

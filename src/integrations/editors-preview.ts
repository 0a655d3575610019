import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkSaves } from '#content/checks/saves.ts';
import { articleSlug } from '#content/checks/waiting-articles.ts';
import { readPalette } from '#content/files/site-look.ts';
import { createAddresses } from '#lib/urls.ts';
import { renderProblemPage } from './problem-page.ts';

/** The query parameter that shows a page although other files have problems. */
const IGNORE = 'malgre-tout';

/**
 * Adapts the development server to editors: it shows drafts. While the content has problems, it lists them instead of
 * showing pages.
 */
export function editorsPreview(): AstroIntegration {
  let root = '';
  let base = '/';
  return {
    name: 'editors-preview',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'dev') process.env['PREVIEW'] ??= '1';
        // A build needs no JSON schemas of fields, for which Astro would list ten thousand files.
        if (command === 'build') updateConfig({ experimental: { contentIntellisense: false } });
      },
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        base = createAddresses(config.base).home;
      },
      'astro:server:setup': ({ server }) => {
        const checks = checkSaves(root);
        server.watcher.on('all', (event, path) => {
          if (!path.startsWith(join(root, 'content') + sep)) return;
          checks.saved(event, path);
          const reload = () => server.ws.send({ type: 'full-reload' });
          // If a check throws, the reloaded page reports the error.
          void checks.problems().then(reload, reload);
        });
        server.middlewares.use((request, response, next) => {
          const address = new URL(request.url ?? '/', 'http://localhost');
          const isPage = request.headers.accept?.includes('text/html') && address.pathname.endsWith('/');
          if (!isPage || address.searchParams.has(IGNORE)) return next();
          checks
            .problems()
            .then(({ problems, waiting }) => {
              // The problems of a draft are shown only at its own address.
              const own = waiting.filter(({ file }) => pageOf(file) === address.pathname);
              const found = [...problems, ...own];
              if (found.length === 0) return next();
              response.writeHead(500, { 'Content-Type': 'text/html; charset=utf-8' });
              const read = (file: string) => readText(join(root, file));
              response.end(renderProblemPage(found, read, readPalette(root), base));
            })
            .catch(next);
        });
      },
    },
  };
}

/** The address of the article that a file belongs to, without the base path, which Vite removes; `null` without one. */
function pageOf(file: string): string | null {
  const slug = articleSlug(file);
  return slug === null ? null : createAddresses('/').article(slug);
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

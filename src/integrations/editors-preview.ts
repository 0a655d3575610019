import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { articleSlug } from '#content/checks/waiting-articles.ts';
import { createAddresses } from '#lib/urls.ts';

/** What an editor adds to an address to see a page in spite of a mistake elsewhere. */
const IN_SPITE = 'malgre-tout';

/** The development server of editors: drafts are shown, and a mistake is told in the page itself. */
export function editorsPreview(): AstroIntegration {
  let root = '';
  let base = '/';
  return {
    name: 'editors-preview',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'dev') process.env['PREVIEW'] ??= '1';
        // What VS Code knows fields by is for those who write: a build would list ten thousand files for it.
        if (command === 'build') updateConfig({ experimental: { contentIntellisense: false } });
      },
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        base = `${config.base.replace(/\/$/u, '')}/`;
      },
      // A build, which has no use for them, would take a tenth of a second to load what checks saves.
      'astro:server:setup': async ({ server }) => {
        const { checkSaves } = await import('#content/checks/check-saves.ts');
        const { renderProblemPage } = await import('./problem-page.ts');
        const checks = checkSaves(root);
        server.watcher.on('all', (event, path) => {
          if (!path.startsWith(join(root, 'content') + sep)) return;
          checks.saved(event, path);
          const reload = () => server.ws.send({ type: 'full-reload' });
          // A check that fails is reported by the page that asks for it.
          void checks.problems().then(reload, reload);
        });
        server.middlewares.use((request, response, next) => {
          const address = new URL(request.url ?? '/', 'http://localhost');
          const isPage = request.headers.accept?.includes('text/html') && address.pathname.endsWith('/');
          if (!isPage || address.searchParams.has(IN_SPITE)) return next();
          checks
            .problems()
            .then(({ problems, waiting }) => {
              // A draft that is being written is told on its own page alone.
              const own = waiting.filter(({ file }) => pageOf(file, base) === address.pathname);
              const found = [...problems, ...own];
              if (found.length === 0) return next();
              response.writeHead(500, { 'Content-Type': 'text/html; charset=utf-8' });
              response.end(renderProblemPage(found, (file) => readText(join(root, file)), base));
            })
            .catch(next);
        });
      },
    },
  };
}

/** The page of the article that a file belongs to. */
function pageOf(file: string, base: string): string | null {
  const slug = articleSlug(file);
  return slug === null ? null : createAddresses(base).article(slug);
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { rolldown } from 'rolldown';
import { readSetting } from '#content/files/content-file.ts';
import { offlineReading } from '#content/files/offline.ts';
import { createAddresses } from '#lib/urls.ts';
import type { WorkerSettings } from '#offline/worker/settings.ts';
import { ADDRESS_WORDS, ROUTES } from '#routes.ts';
import { strings } from '#strings/site.ts';

/** Precached files with fixed names. Their revision is the digest of their content. */
const NAMED_FILES = ['hors-ligne/index.html', 'favicon.svg', 'icones/48.png'] as const;
/** The folder of the precached fonts, which have a hash in their names. */
const FONTS = '_astro/fonts/';
const REVISION_LENGTH = 16;

/**
 * Adds the service worker for offline reading, with its page. When the magazine withdraws offline reading, it adds a
 * worker that removes itself from browsers. Builds for editors have neither.
 */
export function serviceWorker(): AstroIntegration {
  let root = '';
  let base = '/';
  let mode: ReturnType<typeof offlineReading> = 'none';
  return {
    name: 'service-worker',
    hooks: {
      'astro:config:setup': ({ command, config, injectRoute }) => {
        root = fileURLToPath(config.root);
        base = createAddresses(config.base).home;
        if (command === 'build') mode = offlineReading(readSetting(root, 'offline'), process.env);
        if (mode === 'enabled')
          injectRoute({ pattern: ROUTES.offline.pattern, entrypoint: './src/pages/_hors-ligne.astro' });
      },
      'astro:build:done': async ({ dir }) => {
        if (mode !== 'none') await writeWorker(mode, root, dir, base);
      },
    },
  };
}

/**
 * Bundles `service-worker.js` into a built site, as one classic script.
 *
 * @param root the root folder of the project, with its last slash
 */
export async function writeWorker(
  mode: 'enabled' | 'withdrawn',
  root: string,
  folder: URL,
  base: string,
): Promise<void> {
  const { article, aliases } = ADDRESS_WORDS;
  const settings: WorkerSettings = {
    base,
    articles: [article, ...aliases.article].map((word) => `${base}${word}/`),
    offlinePage: createAddresses(base).readingList,
    precached: mode === 'enabled' ? listPrecached(folder, base) : [],
    notice: strings.readingList.copyOf('{date}'),
  };
  const built = await rolldown({
    input: `${root}src/offline/worker/${mode === 'enabled' ? 'service-worker' : 'self-destroying-worker'}.ts`,
    platform: 'browser',
    transform: {
      define: { 'process.env.NODE_ENV': '"production"', WORKER_SETTINGS: JSON.stringify(settings) },
    },
  });
  await built.write({
    file: fileURLToPath(new URL('service-worker.js', folder)),
    format: 'iife',
    minify: true,
    comments: false,
  });
  await built.close();
}

/**
 * Lists the precached files. The list does not depend on articles, so that a new article does not reinstall the worker.
 */
function listPrecached(folder: URL, base: string): WorkerSettings['precached'] {
  const html = readFileSync(new URL(NAMED_FILES[0], folder), 'utf8');
  const scripts = [...html.matchAll(/<script[^>]* src="([^"]+)"/gu)].flatMap(([, address = '']) =>
    withImports(address, folder, base),
  );
  const fonts = readdirSync(new URL(FONTS, folder))
    .sort()
    .map((name) => `${base}${FONTS}${name}`);
  const named = NAMED_FILES.map((path) => ({
    url: `${base}${path.replace(/index\.html$/u, '')}`,
    revision: createHash('sha256')
      .update(readFileSync(new URL(path, folder)))
      .digest('hex')
      .slice(0, REVISION_LENGTH),
  }));
  return [...named, ...[...new Set([...scripts, ...fonts])].map((url) => ({ url, revision: null }))];
}

/** The addresses of a script and of all chunks that it imports, which it needs to run offline. */
function withImports(address: string, folder: URL, base: string): string[] {
  const source = readFileSync(new URL(address.slice(base.length), folder), 'utf8');
  const names = [...source.matchAll(/\b(?:from|import)\s*"\.\/([\w.-]+\.js)"/gu)].map(
    ([, name = '']) => name,
  );
  const chunks = names.map((name) => address.replace(/[^/]+$/u, name));
  return [address, ...chunks.flatMap((chunk) => withImports(chunk, folder, base))];
}

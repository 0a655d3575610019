import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { rolldown } from 'rolldown';
import { offlineReading, readOfflineSetting } from '#content/files/offline.ts';
import { createAddresses } from '#lib/urls.ts';
import { strings } from '#strings/site.ts';
import type { WorkerSettings } from '#offline/settings.ts';

/** Files of the shell under names that stay: their revision is their content’s. */
const SHELL = ['hors-ligne/index.html', 'favicon.svg', 'icones/48.png'] as const;
/** Files of the shell whose name holds a hash. */
const FONTS = '_astro/fonts/';
const REVISION_LENGTH = 16;

/**
 * The worker by which readers find again what they read, and its page; or, once the magazine gives it up, one
 * that erases all and goes. Builds for editors have neither.
 */
export function serviceWorker(): AstroIntegration {
  let root = '';
  let base = '/';
  let reading: ReturnType<typeof offlineReading> = 'none';
  return {
    name: 'service-worker',
    hooks: {
      'astro:config:setup': ({ command, config, injectRoute }) => {
        root = fileURLToPath(config.root);
        base = createAddresses(config.base).home;
        if (command === 'build') reading = offlineReading(readOfflineSetting(root), process.env);
        if (reading === 'kept')
          injectRoute({ pattern: '/hors-ligne/', entrypoint: './src/pages/_hors-ligne.astro' });
      },
      'astro:build:done': async ({ dir }) => {
        if (reading !== 'none') await writeWorker(reading, root, dir, base);
      },
    },
  };
}

/**
 * Writes `service-worker.js` into a built site: one classic script, by Rolldown, which Vite bundles the
 * pages’ own with.
 *
 * @param root the project's folder, with its last slash
 */
export async function writeWorker(
  reading: 'kept' | 'withdrawn',
  root: string,
  folder: URL,
  base: string,
): Promise<void> {
  const settings: WorkerSettings = {
    base,
    offlinePage: createAddresses(base).kept,
    shell: reading === 'kept' ? listShell(folder, base) : [],
    notice: strings.kept.copyOf('{date}'),
  };
  const built = await rolldown({
    input: `${root}src/offline/${reading === 'kept' ? 'service-worker' : 'withdrawn'}.ts`,
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

/** What is kept from the first visit on. It depends on these files alone, so that no article changes it. */
function listShell(folder: URL, base: string): WorkerSettings['shell'] {
  const html = readFileSync(new URL(SHELL[0], folder), 'utf8');
  const scripts = [...html.matchAll(/<script[^>]* src="([^"]+)"/gu)].map(([, address = '']) => address);
  const fonts = readdirSync(new URL(FONTS, folder))
    .sort()
    .map((name) => `${base}${FONTS}${name}`);
  const lasting = [...new Set([...scripts, ...fonts])].map((url) => ({ url, revision: null }));
  const named = SHELL.map((path) => ({
    url: `${base}${path.replace(/index\.html$/u, '')}`,
    revision: createHash('sha256')
      .update(readFileSync(new URL(path, folder)))
      .digest('hex')
      .slice(0, REVISION_LENGTH),
  }));
  return [...named, ...lasting];
}

import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroUserConfig } from 'astro';

type VitePlugin = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number];

/**
 * Has the bundle, and the development server, read the data store of the content from its file. Astro writes it into
 * the code: with ten thousand articles, seven megabytes that Vite transforms again at each save.
 *
 * Written for Astro 7.3 (content/consts.js): the virtual module that holds the data, and the files that it is made of.
 * If the module has another name, Astro's own is used: slower, no less right. Publicly: without this plugin.
 */
export function externalDataStore(
  command: 'dev' | 'build',
  { root, cacheDir }: Pick<AstroConfig, 'root' | 'cacheDir'>,
): VitePlugin {
  const file =
    command === 'dev' ? new URL('.astro/data-store.json', root) : new URL('data-store.json', cacheDir);
  const code = [
    "import { readFileSync } from 'node:fs';",
    `export default JSON.parse(readFileSync(${JSON.stringify(fileURLToPath(file))}, 'utf8'));`,
  ].join('\n');
  return {
    name: 'external-data-store',
    load: {
      order: 'pre',
      handler: (id) => (id === '\0astro:data-layer-content' ? { code, map: { mappings: '' } } : undefined),
    },
  };
}

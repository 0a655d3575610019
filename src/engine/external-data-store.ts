import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroUserConfig } from 'astro';

type VitePlugin = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number];

/**
 * Makes the bundle and the development server read the data store of the content from its file. Astro would include it
 * in the code: with ten thousand articles, Vite would process seven megabytes again after each save.
 *
 * Written for Astro 7.3 (content/consts.js). It relies on the name of the virtual module with the data, and on the
 * paths of the data files. If the module is renamed, Astro's own is used, which is slower but correct. Public
 * alternative: do not use this plugin.
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

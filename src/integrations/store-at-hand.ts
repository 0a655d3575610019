import type { AstroIntegration } from 'astro';
import { viteAddition } from './vite-addition.ts';

/** The module by which Astro gives its bundle what content it has read (7.3, content/consts.js). */
const STORE = '\0astro:data-layer-content';

/** The same in every build: what it reads, `cacheKey` speaks of. */
const READER = `
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '/src/content/cache-folder.ts';
export default JSON.parse(readFileSync(join(cacheFolder(process.cwd()), 'data-store.json'), 'utf8'));
`;

/**
 * Lets the bundle that renders read the data store where it lies. Astro writes it into the bundle: ten thousand
 * articles are seven megabytes of code, which cost the build 54 MB at its peak (measured once, see docs/performance.md).
 */
export function storeAtHand(): AstroIntegration {
  return viteAddition({
    name: 'store-at-hand',
    apply: 'build',
    load: {
      order: 'pre',
      handler: (id) => (id === STORE ? { code: READER, map: { mappings: '' } } : undefined),
    },
  });
}

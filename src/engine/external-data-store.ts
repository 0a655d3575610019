import type { AstroIntegration } from 'astro';

/** The module by which Astro gives its bundle what content it has read (7.3, content/consts.js). */
const STORE = '\0astro:data-layer-content';

/** Where Astro keeps what it has read: a build in its cache, the development server apart from it. */
const PLACES = {
  build: "join(cacheFolder(process.cwd()), 'data-store.json')",
  serve: "'.astro/data-store.json'",
};

/** The same in every build: what it reads, `cacheKey` speaks of. */
const reader = (place: string) => `
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '/src/storage/cache-folder.ts';
export default JSON.parse(readFileSync(${place}, 'utf8'));
`;

/**
 * Lets what renders read the data store where it lies. Astro writes it into the code: ten thousand articles are seven
 * megabytes, which cost a build 54 MB at its peak and the development server seconds at each save
 * (docs/performance.md).
 */
export function storeAtHand(): AstroIntegration {
  let place = PLACES.build;
  const plugin = {
    name: 'store-at-hand',
    config: (_: unknown, { command }: { command: 'build' | 'serve' }) => {
      place = PLACES[command];
    },
    load: {
      order: 'pre' as const,
      handler: (id: string) => (id === STORE ? { code: reader(place), map: { mappings: '' } } : undefined),
    },
  };
  return {
    name: plugin.name,
    hooks: {
      'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { plugins: [plugin] } }),
    },
  };
}

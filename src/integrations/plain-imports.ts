import type { AstroIntegration } from 'astro';
import { viteAddition } from './vite-addition.ts';

const PRELOADER = '\0vite/preload-helper.js';

/**
 * Leaves the browser's own `import()` to fetch what is loaded on demand: here it is one file, and Vite's
 * preloader of its dependencies would weigh more than the wait that it spares.
 */
export function plainImports(): AstroIntegration {
  return viteAddition({
    name: 'plain-imports',
    enforce: 'pre',
    load: (id) => (id === PRELOADER ? 'export const __vitePreload = (load) => load();' : undefined),
  });
}

import type { AstroIntegration } from 'astro';

const PRELOADER = '\0vite/preload-helper.js';

/**
 * Leaves the browser's own `import()` to fetch what is loaded on demand: here it is one file, and Vite's
 * preloader of its dependencies would weigh more than the wait that it spares.
 */
export function plainImports(): AstroIntegration {
  return {
    name: 'plain-imports',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'plain-imports',
                enforce: 'pre',
                load: (id) =>
                  id === PRELOADER ? 'export const __vitePreload = (load) => load();' : undefined,
              },
            ],
          },
        });
      },
    },
  };
}

import type { AstroIntegration } from 'astro';
import { type Route, ROUTES } from '#routes.ts';

/** The pages with a first address segment that content/site.yaml sets, each with its file in src/pages. */
const PAGES: readonly (readonly [Route, string])[] = [
  [ROUTES.article, '_articles/[slug].astro'],
  [ROUTES.category, '_rubriques/[...path].astro'],
  [ROUTES.tags, '_etiquettes/index.astro'],
  [ROUTES.tag, '_etiquettes/[...path].astro'],
  [ROUTES.author, '_auteurs/[...path].astro'],
  [ROUTES.archives, '_archives/index.astro'],
  [ROUTES.archive, '_archives/[...path].astro'],
  [ROUTES.search, '_recherche.astro'],
];

/** Adds the pages with a first address segment that content/site.yaml sets, such as `/articles/`. */
export function wordedPages(): AstroIntegration {
  return {
    name: 'worded-pages',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        for (const [{ pattern }, file] of PAGES) injectRoute({ pattern, entrypoint: `./src/pages/${file}` });
      },
    },
  };
}

import type { AstroIntegration } from 'astro';
import { ROUTES } from '#routes.ts';

/**
 * Adds the CMS and the page of the editorial components in development and in the editors' build (REDACTION=1), and the
 * catalogue of components in development. The published site has none of them.
 */
export function cms(): AstroIntegration {
  return {
    name: 'cms',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev' && process.env['REDACTION'] !== '1') return;
        injectRoute({ pattern: ROUTES.editor.pattern, entrypoint: './src/pages/_redaction/index.astro' });
        injectRoute({
          pattern: ROUTES.editorArticles.pattern,
          entrypoint: './src/pages/_redaction/articles.json.ts',
        });
        injectRoute({
          pattern: ROUTES.editorialComponents.pattern,
          entrypoint: './src/pages/_redaction/vocabulaire.astro',
        });
        if (command !== 'dev') return;
        injectRoute({
          pattern: ROUTES.catalogue.pattern,
          entrypoint: './src/pages/_redaction/catalogue.astro',
        });
      },
    },
  };
}

import type { AstroIntegration } from 'astro';
import { ROUTES } from '#routes.ts';

/**
 * In development and in the build for editors (REDACTION=1), adds the CMS and the page of the editorial components. In
 * development, also adds the catalogue of components. The published site contains none of them.
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

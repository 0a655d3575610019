import type { AstroIntegration } from 'astro';

/**
 * Adds the CMS and the page of editorial components: in development, and in the build for editors (REDACTION=1). The
 * published site has neither.
 */
export function cms(): AstroIntegration {
  return {
    name: 'cms',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev' && process.env['REDACTION'] !== '1') return;
        injectRoute({ pattern: '/redaction/', entrypoint: './src/pages/_redaction/index.astro' });
        injectRoute({
          pattern: '/redaction/vocabulaire/',
          entrypoint: './src/pages/_redaction/vocabulaire.astro',
        });
      },
    },
  };
}

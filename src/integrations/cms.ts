import type { AstroIntegration } from 'astro';

/**
 * The browser editor, and the page that shows its vocabulary: in development, and in the build that editors alone are given (REDACTION=1).
 * Nothing of it is in the published site.
 */
export function editorsDesk(): AstroIntegration {
  return {
    name: 'editors-desk',
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

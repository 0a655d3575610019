import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkContent } from '#content/check-content.ts';
import { ContentError, formatProblems } from '#content/problems.ts';

/** Stops a build whose content is wrong, before anything is rendered; in development it only says so. */
export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': async ({ command, config, logger }) => {
        if (command !== 'build' && command !== 'dev') return;
        const problems = await checkContent(fileURLToPath(config.root));
        if (problems.length === 0) return;
        if (command === 'build') throw new ContentError(problems);
        logger.error(formatProblems(problems));
      },
    },
  };
}

import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { examineContent } from '#content/checks/content.ts';
import { articleSlug } from '#content/checks/waiting-articles.ts';
import { writeLeftOut } from '#content/files/left-out.ts';
import { ContentError, formatProblems } from '#model/problems.ts';

/**
 * Checks the content before Astro reads it, so that editors get error messages that use the terms of the magazine.
 * Errors stop a build, except those of drafts and scheduled articles, which the build leaves out. The development
 * server logs all errors.
 */
export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': async ({ command, config, logger }) => {
        if (command !== 'build' && command !== 'dev') return;
        const root = fileURLToPath(config.root);
        const { problems, waiting } = await examineContent(root);
        if (command === 'dev') {
          writeLeftOut(root, []);
          if (problems.length > 0) logger.error(formatProblems(problems));
          if (waiting.length > 0) logger.warn(formatProblems(waiting, 'drafts'));
          return;
        }
        if (problems.length > 0) throw new ContentError(problems);
        const leftOut = [...new Set(waiting.flatMap(({ file }) => articleSlug(file) ?? []))];
        writeLeftOut(root, leftOut);
        if (leftOut.length > 0)
          logger.warn(`Brouillons ou articles programmés à corriger, ignorés : ${leftOut.join(', ')}`);
      },
    },
  };
}

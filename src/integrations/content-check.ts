import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type AheadCheck, takeCheck } from '#content/check-ahead.ts';
import { ContentError, formatProblems } from '#content/problems.ts';
import { rememberSeen, stampsOf } from '#content/seen-files.ts';

/** Stops a build whose content is wrong, before anything is rendered; in development it only says so. */
export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': async ({ command, config, logger }) => {
        if (command !== 'build' && command !== 'dev') return;
        const root = fileURLToPath(config.root);
        const ahead = command === 'build' ? takeCheck(resolve(root)) : null;
        const { problems, files } = await (ahead ?? examine(root));
        // What is being written changes while it is read.
        rememberSeen(root, command === 'build' ? files : null);
        if (problems.length === 0) return;
        if (command === 'build') throw new ContentError(problems);
        logger.error(formatProblems(problems));
      },
    },
  };
}

/** The same where nothing was checked ahead: only then is what checks loaded here. */
async function examine(root: string): Promise<AheadCheck> {
  const { examineContent } = await import('#content/check-content.ts');
  const { problems, files } = await examineContent(root);
  return { problems, files: stampsOf(files) };
}

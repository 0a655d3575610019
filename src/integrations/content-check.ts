import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type AheadCheck, takeCheck } from '#content/checks/check-ahead.ts';
import { ContentError, formatProblems } from '#model/problems.ts';
import { rememberSeen, stampsOf } from '#content/files/seen-files.ts';
import { awaitVerdict } from '#content/files/verdict.ts';
import { articleSlug } from '#content/checks/waiting-articles.ts';

/** Stops a build whose content is wrong, before anything is rendered; in development it only says so. */
export function contentCheck(): AstroIntegration {
  let verdict: Promise<ReadonlySet<string>> | null = null;
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': async ({ command, config, logger }) => {
        const root = fileURLToPath(config.root);
        if (command === 'dev') {
          // What is being written changes while it is read.
          rememberSeen(root, null);
          const { problems, waiting } = await examine(root);
          if (problems.length > 0) logger.error(formatProblems(problems));
          if (waiting.length > 0) logger.warn(formatProblems(waiting, 'drafts'));
        }
        if (command !== 'build') return;
        verdict = judge(root, takeCheck(resolve(root)) ?? examine(root), (told) => logger.warn(told));
        // Whoever waits for it hears of it.
        verdict.catch(() => undefined);
        awaitVerdict(verdict);
      },
      'astro:build:start': async () => {
        await verdict;
      },
    },
  };
}

/**
 * Throws a `ContentError` for what is wrong; the files of what is right are those that the build will read.
 *
 * @returns the names of the articles to leave out: what is not published stops nothing
 */
async function judge(
  root: string,
  check: Promise<AheadCheck>,
  warn: (told: string) => void,
): Promise<ReadonlySet<string>> {
  const { problems, waiting, files } = await check;
  if (problems.length > 0) throw new ContentError(problems);
  rememberSeen(root, files);
  const leftOut = new Set(waiting.flatMap(({ file }) => articleSlug(file) ?? []));
  if (leftOut.size > 0)
    warn(`Brouillons ou articles programmés à corriger, ignorés : ${[...leftOut].join(', ')}`);
  return leftOut;
}

/** The same where nothing was checked ahead: only then is what checks loaded here. */
async function examine(root: string): Promise<AheadCheck> {
  const { examineContent } = await import('#content/checks/check-content.ts');
  const { files, ...found } = await examineContent(root);
  return { ...found, files: stampsOf(files) };
}

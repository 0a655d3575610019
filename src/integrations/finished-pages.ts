import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesBelow } from '#storage/files-below.ts';
import { makeStrict } from '#lib/html/finish-page.ts';

/**
 * Gives their policy by hashes to the pages of the build that are copied as they are, from `public`: those that are
 * rendered or written by integrations had theirs when they were finished. Astro's own (`security.csp`) knows neither
 * what is written `is:inline` nor the pages made by integrations, and gives every page the hashes of all.
 */
export function strictPages(): AstroIntegration {
  let copied = '';
  return {
    name: 'strict-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        copied = fileURLToPath(config.publicDir);
      },
      'astro:build:done': async ({ dir }) => {
        for (const page of filesBelow(copied).filter((path) => path.endsWith('.html'))) {
          const file = join(fileURLToPath(dir), page);
          await writeFile(file, makeStrict(await readFile(file, 'utf8')));
        }
      },
    },
  };
}

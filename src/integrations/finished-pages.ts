import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { finishPage } from '#lib/html/finish-page.ts';
import { filesBelow } from '#storage/files-below.ts';

/** Finishes the pages that a build copies from `public`; src/middleware.ts finishes those that it renders. */
export function finishedPages(): AstroIntegration {
  let copied: string[] = [];
  return {
    name: 'finished-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        copied = filesBelow(fileURLToPath(config.publicDir)).filter((path) => path.endsWith('.html'));
      },
      'astro:build:done': async ({ dir }) => {
        for (const page of copied) {
          const file = new URL(page, dir);
          await writeFile(file, finishPage(await readFile(file, 'utf8')));
        }
      },
    },
  };
}

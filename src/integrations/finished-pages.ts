import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { finishPage } from '#lib/html/finish-page.ts';
import { filesBelow } from '#storage/files-below.ts';
import { afterBuild } from './after-build.ts';

/** Finishes the pages that a build copies from public/. src/middleware.ts finishes the pages that a build renders. */
export function finishedPages(): AstroIntegration {
  return afterBuild('finished-pages', async ({ config, folder }) => {
    const copied = filesBelow(fileURLToPath(config.publicDir)).filter((path) => path.endsWith('.html'));
    for (const page of copied) {
      const file = join(folder, page);
      await writeFile(file, finishPage(await readFile(file, 'utf8')));
    }
  });
}

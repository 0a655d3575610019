import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import pMap from 'p-map';
import { filesBelow } from '#content/files-below.ts';
import { isRendered } from './kept-output.ts';
import { makeStrict } from './strict-page.ts';

const AT_ONCE = 8;

/**
 * Gives its policy by hashes to every page of the build that Astro did not render: the rendered ones had theirs when
 * they were finished. Astro's own (`security.csp`) knows neither what is written `is:inline` nor the pages made by
 * integrations, and gives every page the hashes of all.
 */
export function strictPages(): AstroIntegration {
  return {
    name: 'strict-pages',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const pages = filesBelow(folder).filter((path) => path.endsWith('.html') && !isRendered(path));
        await pMap(
          pages,
          async (page) => {
            const file = join(folder, page);
            await writeFile(file, makeStrict(await readFile(file)));
          },
          { concurrency: AT_ONCE },
        );
      },
    },
  };
}

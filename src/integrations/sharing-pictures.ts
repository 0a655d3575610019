import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import pMap from 'p-map';
import { askedSharingPictures, SHARING_FOLDER } from '#content/asked-sharing.ts';
import { cacheFolder } from '#content/cache-folder.ts';
import { digestOf } from '#content/digest.ts';
import { filesBelow } from '#content/files-below.ts';
import { openTable } from '#content/kept-table.ts';
import { drawSharingPicture } from './sharing-picture.ts';

const DRAWING = [
  'src/integrations/sharing-picture.ts',
  'src/integrations/sharing-layout.ts',
  'src/lib/headline-lines.ts',
  'package.json',
];

/** Whether a path of the built site is that of a sharing picture. */
export function isSharingPicture(path: string): boolean {
  return path.startsWith(`${SHARING_FOLDER}/`) && path.endsWith('.png');
}

/**
 * Puts the pictures that stand for pages when they are shared into the site: those that it has, and that nothing has
 * changed since, are left where they are.
 */
export function sharingPictures(): AstroIntegration {
  let root = '';
  return {
    name: 'sharing-pictures',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const started = performance.now();
        const { asked, placed } = await place(root, fileURLToPath(dir));
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        logger.info(`${asked} pictures, ${placed} new in the site, in ${seconds} s`);
      },
    },
  };
}

async function place(root: string, output: string): Promise<{ asked: number; placed: number }> {
  const table = openTable<true>(join(cacheFolder(root), 'sharing.table'), digestOfDrawing(root));
  const subjects = askedSharingPictures();
  const wanted = new Set(subjects.map(({ path }) => `${path}.png`));
  let placed = 0;
  await pMap(
    subjects,
    async ({ path, subject, cacheKey }) => {
      const name = `${path}.png`;
      const file = join(output, SHARING_FOLDER, name);
      const stamp = () => digestOf(cacheKey, output, stampOf(file));
      if (table.find(name, stamp())) return;
      const picture = await drawSharingPicture(subject);
      await mkdir(dirname(file), { recursive: true });
      // A name is there whole or not at all, even if the build is killed.
      const draft = `${file}.draft`;
      writeFileSync(draft, picture);
      renameSync(draft, file);
      table.keep(name, stamp(), true);
      placed += 1;
    },
    { concurrency: availableParallelism() },
  );
  table.save('forget');
  for (const name of filesBelow(join(output, SHARING_FOLDER))) {
    if (isSharingPicture(`${SHARING_FOLDER}/${name}`) && !wanted.has(name))
      rmSync(join(output, SHARING_FOLDER, name));
  }
  return { asked: wanted.size, placed };
}

/** Names what decides how a subject looks. */
function digestOfDrawing(root: string): string {
  return digestOf(...DRAWING.map((file) => readFileSync(join(root, file))));
}

function stampOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.size} ${stats.mtimeMs}` : '';
}

import { readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import pMap from 'p-map';
import { askedSharingPictures, SHARING_FOLDER } from '#images/asked-social-cards.ts';
import { writeAtomically } from '#storage/atomic-write.ts';
import { cacheFolder } from '#storage/cache-folder.ts';
import { pruneOnceADay } from '#storage/content-cache.ts';
import { digestOf } from '#storage/digest.ts';
import { type KeptTable, openTable } from '#storage/file-cache.ts';
import type { DrawnSubject } from '#content/queries/social-cards.ts';
import { stampOf } from '#engine/cache/output-scan.ts';
import { sharingAsFound } from '#engine/cache/incremental-output.ts';
import { drawSharingPicture } from '#images/social-card-drawing.ts';

const DRAWING = [
  'src/images/social-card-drawing.ts',
  'src/images/social-card-layout.ts',
  'src/images/card-letters.ts',
  'src/images/pixels.ts',
  'src/images/headline-lines.ts',
  'package.json',
];

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
        // Otherwise what is kept has not grown.
        if (placed > 0) await pruneOnceADay(root, 'sharing', new Set());
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        logger.info(`${asked} pictures, ${placed} new in the site, in ${seconds} s`);
      },
    },
  };
}

/** The size and time of what was put into an output folder, by its path there, for the key of what it shows. */
function openPlaced(root: string, output: string): KeptTable<string> {
  return openTable<string>(join(cacheFolder(root), 'sharing.table'), `${digestOfDrawing(root)} ${output}`);
}

async function place(root: string, output: string): Promise<{ asked: number; placed: number }> {
  const table = openPlaced(root, output);
  const subjects = askedSharingPictures();
  const found = sharingAsFound();
  const nameOf = ({ path }: DrawnSubject) => `${SHARING_FOLDER}/${path}.png`;
  const lacking = subjects.filter((subject) => {
    const stamp = table.find(nameOf(subject), subject.cacheKey);
    return stamp === undefined || stamp !== found.get(nameOf(subject));
  });
  await pMap(
    lacking,
    async (drawn) => {
      const file = join(output, nameOf(drawn));
      const picture = await drawSharingPicture(drawn.subject);
      writeAtomically(file, picture);
      table.keep(nameOf(drawn), drawn.cacheKey, stampOf(file));
    },
    { concurrency: availableParallelism() },
  );
  table.save('forget');
  const wanted = new Set(subjects.map(nameOf));
  for (const path of found.keys()) if (!wanted.has(path)) rmSync(join(output, path));
  return { asked: wanted.size, placed: lacking.length };
}

/** Names what decides how a subject looks. */
function digestOfDrawing(root: string): string {
  return digestOf(...DRAWING.map((file) => readFileSync(join(root, file))));
}

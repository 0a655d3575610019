import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
import { pruneKeptFiles } from '#content/kept-files.ts';
import { type KeptTable, openTable } from '#content/kept-table.ts';
import type { DrawnSubject } from '#content/sharing-subjects.ts';
import { stampOf } from './found-output.ts';
import { isSharingPicture } from './output-names.ts';
import { drawSharingPicture } from './sharing-picture.ts';

const DRAWING = [
  'src/integrations/sharing-picture.ts',
  'src/integrations/sharing-layout.ts',
  'src/lib/headline-lines.ts',
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
        if (placed > 0) await pruneKeptFiles(root, 'sharing', new Set());
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        logger.info(`${asked} pictures, ${placed} new in the site, in ${seconds} s`);
      },
    },
  };
}

/** Whether an output folder holds the sharing pictures that the last build put there, as it left them, and no other. */
export function areSharingPicturesThere(root: string, output: string): boolean {
  const table = openPlaced(root, output);
  const there = sharingPicturesIn(output);
  const isAsLeft = (name: string) => table.last(name) === stampOf(join(output, SHARING_FOLDER, name));
  return there.length > 0 && there.length === table.names().length && there.every(isAsLeft);
}

/** The size and time of what was put into an output folder, by its name there, for the key of what it shows. */
function openPlaced(root: string, output: string): KeptTable<string> {
  return openTable<string>(join(cacheFolder(root), 'sharing.table'), `${digestOfDrawing(root)} ${output}`);
}

function sharingPicturesIn(output: string): string[] {
  return filesBelow(join(output, SHARING_FOLDER)).filter((name) =>
    isSharingPicture(`${SHARING_FOLDER}/${name}`),
  );
}

async function place(root: string, output: string): Promise<{ asked: number; placed: number }> {
  const table = openPlaced(root, output);
  const subjects = askedSharingPictures();
  if (!subjects) return { asked: table.names().length, placed: 0 };
  const nameOf = ({ path }: DrawnSubject) => `${path}.png`;
  const fileOf = (subject: DrawnSubject) => join(output, SHARING_FOLDER, nameOf(subject));
  const lacking = subjects.filter(
    (subject) => table.find(nameOf(subject), subject.cacheKey) !== stampOf(fileOf(subject)),
  );
  await pMap(
    lacking,
    async (drawn) => {
      const file = fileOf(drawn);
      const picture = await drawSharingPicture(drawn.subject);
      await mkdir(dirname(file), { recursive: true });
      // A name is there whole or not at all, even if the build is killed.
      const draft = `${file}.draft`;
      writeFileSync(draft, picture);
      renameSync(draft, file);
      table.keep(nameOf(drawn), drawn.cacheKey, stampOf(file));
    },
    { concurrency: availableParallelism() },
  );
  table.save('forget');
  const wanted = new Set(subjects.map(nameOf));
  for (const name of sharingPicturesIn(output))
    if (!wanted.has(name)) rmSync(join(output, SHARING_FOLDER, name));
  return { asked: wanted.size, placed: lacking.length };
}

/** Names what decides how a subject looks. */
function digestOfDrawing(root: string): string {
  return digestOf(...DRAWING.map((file) => readFileSync(join(root, file))));
}

import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import pMap from 'p-map';
import { digestOfDrawing, drawSocialCard } from '#images/social-card-drawing.ts';
import { readCardList } from '#images/social-card-list.ts';
import { CARD_FOLDER } from '#model/social-card.ts';
import { writeAtomically } from '#storage/atomic-write.ts';
import { cacheFolder } from '#storage/cache-folder.ts';
import { pruneOnceADay } from '#storage/content-cache.ts';
import { openFileCache } from '#storage/file-cache.ts';
import { stampOfFile } from '#storage/file-stamp.ts';
import { filesBelow } from '#storage/files-below.ts';

/** Adds the social cards to the site: those that are as the last build wrote them are not drawn again. */
export function socialCards(): AstroIntegration {
  let root = '';
  return {
    name: 'social-cards',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const started = performance.now();
        const { total, written } = await writeCards(root, fileURLToPath(new URL(`${CARD_FOLDER}/`, dir)));
        if (written > 0) await pruneOnceADay(root, 'social-cards', new Set());
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        logger.info(`${total} cards, ${written} new in the site, in ${seconds} s`);
      },
    },
  };
}

/** Makes a folder hold the cards of this build, and no other file. */
async function writeCards(root: string, folder: string): Promise<{ total: number; written: number }> {
  const version = `${await digestOfDrawing()} ${folder}`;
  /** By path and cache key, the stamp of the file that was written. */
  const stamps = openFileCache<string | null>(join(cacheFolder(root), 'social-cards.table'), version);
  const cards = readCardList(root).map((card) => ({ ...card, name: `${card.path}.png` }));
  const stampOf = (name: string) => stampOfFile(join(folder, name));
  const missing = cards.filter(({ name, cacheKey }) => {
    const stamp = stampOf(name);
    return stamp === null || stamps.get(name, cacheKey) !== stamp;
  });
  await pMap(
    missing,
    async ({ name, subject, cacheKey }) => {
      writeAtomically(join(folder, name), await drawSocialCard(subject));
      stamps.set(name, cacheKey, stampOf(name));
    },
    { concurrency: availableParallelism() },
  );
  stamps.saveUsed();
  const names = new Set(cards.map(({ name }) => name));
  for (const name of filesBelow(folder)) if (!names.has(name)) rmSync(join(folder, name));
  return { total: cards.length, written: missing.length };
}

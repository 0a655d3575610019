import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import pMap from 'p-map';
import { digestOfDrawing, drawSocialCard, isCardDrawn } from '#images/social-card-drawing.ts';
import { readCardList, removeCardList } from '#images/social-card-list.ts';
import { readFonts } from '#content/files/site-look.ts';
import { CARD_FOLDER, type CardFile } from '#model/social-card.ts';
import { writeAtomically } from '#storage/atomic-write.ts';
import { cacheFolder } from '#storage/cache-folder.ts';
import { pruneOnceADay } from '#storage/content-cache.ts';
import { openFileCache } from '#storage/file-cache.ts';
import { stampOfFile } from '#storage/file-stamp.ts';
import { isQuickBuild } from '#storage/quick-build.ts';
import { filesBelow } from '#storage/files-below.ts';

/** Adds the social cards to the site, except those that are unchanged since the last build. */
export function socialCards(): AstroIntegration {
  let root = '';
  return {
    name: 'social-cards',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:start': () => removeCardList(root),
      'astro:build:done': async ({ dir, logger }) => {
        const cards = readCardList(root);
        // There is no list in a development build: Astro has rendered the cards as pages.
        if (!cards) return;
        const started = performance.now();
        const folder = fileURLToPath(new URL(`${CARD_FOLDER}/`, dir));
        const written = await writeCards(root, folder, cards);
        if (written > 0) await pruneOnceADay(root, 'social-cards', new Set());
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        logger.info(`${cards.length} cards, ${written} new in the site, in ${seconds} s`);
      },
    },
  };
}

/**
 * Writes these cards into a folder and removes all other files.
 *
 * @returns how many cards were written
 */
async function writeCards(root: string, folder: string, list: readonly CardFile[]): Promise<number> {
  const version = `${await digestOfDrawing(readFonts(root))} ${folder}`;
  /** The stamp of each written card, by file name. It is valid while the cache key of the card is the same. */
  const stamps = openFileCache<string | null>(join(cacheFolder(root), 'social-cards.table'), version);
  const cards = list.map((card) => ({ ...card, name: `${card.path}.png` }));
  const stampOf = (name: string) => stampOfFile(join(folder, name));
  const missing = cards.filter(({ name, cacheKey }) => {
    const stamp = stampOf(name);
    return stamp === null || stamps.get(name, cacheKey) !== stamp;
  });
  const written = await pMap(
    missing,
    async ({ name, subject, cacheKey }) => {
      if (isQuickBuild() && !(await isCardDrawn(subject))) return false;
      writeAtomically(join(folder, name), await drawSocialCard(subject));
      stamps.set(name, cacheKey, stampOf(name));
      return true;
    },
    { concurrency: availableParallelism() },
  );
  stamps.saveUsed();
  const names = new Set(cards.map(({ name }) => name));
  for (const name of filesBelow(folder)) if (!names.has(name)) rmSync(join(folder, name));
  return written.filter(Boolean).length;
}

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { writeCardList } from '#images/social-card-list.ts';
import { CENTRE } from '#lib/focal-point.ts';
import { DEFAULT_FONTS } from '#lib/packaged-fonts.ts';
import { socialCards } from '#integrations/social-cards.ts';

const SUBJECT = {
  wordmark: 'Innovations',
  label: null,
  lead: null,
  accent: null,
  look: {
    paper: '#ffffff',
    ink: '#111111',
    lead: '#333333',
    dot: '#00aa00',
    mark: null,
    fonts: DEFAULT_FONTS,
  },
  cover: null,
  focus: CENTRE,
};
const card = (path: string, headline: string) => ({
  path,
  subject: { ...SUBJECT, headline },
  cacheKey: headline,
});

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cards-'));
  vi.stubEnv('CACHE_FOLDER', join(root, 'cache'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

const folder = () => join(root, 'dist/partage/articles');
const logger = { info: vi.fn<(message: string) => void>() };

/** Returns the number of cards in the site, and the number of those that were written. */
async function build(...cards: ReturnType<typeof card>[]): Promise<number[]> {
  const { hooks } = socialCards();
  await hooks['astro:config:done']?.({ config: { root: pathToFileURL(`${root}/`) } } as never);
  await hooks['astro:build:start']?.({} as never);
  if (cards.length > 0) writeCardList(root, cards);
  await hooks['astro:build:done']?.({ dir: pathToFileURL(`${root}/dist/`), logger } as never);
  const message = logger.info.mock.lastCall?.[0] ?? '';
  return [...message.matchAll(/\d+(?= )/gu)].slice(0, 2).map(([digits]) => Number(digits));
}

it('draws the cards of a build once, and again when one has changed, is lost or is damaged', async () => {
  const [one, other] = [card('articles/un', 'Un titre'), card('articles/autre', 'Un autre titre')];
  expect(await build(one, other)).toEqual([2, 2]);
  expect(await sharp(join(folder(), 'un.png')).metadata()).toMatchObject({ width: 1200, height: 630 });
  expect(await build(one, other)).toEqual([2, 0]);
  const bytes = readFileSync(join(folder(), 'un.png'));
  expect(await build(card('articles/un', 'Un titre corrigé'), other)).toEqual([2, 1]);
  expect(readFileSync(join(folder(), 'un.png'))).not.toEqual(bytes);
  writeFileSync(join(folder(), 'un.png'), 'damaged');
  rmSync(join(folder(), 'autre.png'));
  expect(await build(one, other)).toEqual([2, 2]);
  expect(readFileSync(join(folder(), 'un.png'))).toEqual(bytes);
});

it('removes the card of an article that was removed', async () => {
  await build(card('articles/un', 'Un titre'), card('articles/autre', 'Un autre titre'));
  await build(card('articles/un', 'Un titre'));
  expect(readdirSync(folder())).toEqual(['un.png']);
});

it('leaves the cards alone in a build that hands none over', async () => {
  await build(card('articles/un', 'Un titre'));
  await build();
  expect(readdirSync(folder())).toEqual(['un.png']);
});

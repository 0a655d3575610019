import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type InventedArticle, inventArticle } from '../bench/article.ts';
import { withAnotherTitle, withAnotherWord } from '../bench/changes.ts';
import { writeArticle, writeAuthors } from '../bench/magazine.ts';
import { pick, seeded } from '../bench/random.ts';
import { copySite, type SiteCopy } from '../site-copy.ts';
import { differences } from './built-folder.ts';

/** `npm run test:incremental` makes thirty changes, and builds after each. Another seed makes other changes. */
const CHANGES_MADE = Number(process.env['INCREMENTAL_STEPS'] ?? 4);
const CHANGES_A_BUILD = process.env['INCREMENTAL_STEPS'] ? 1 : 2;
const BUILDS = Math.ceil(CHANGES_MADE / CHANGES_A_BUILD);
const random = seeded(Number(process.env['INCREMENTAL_SEED'] ?? 7));
const OWN = 'accelerateur-ou-incubateur';
const ARTICLES = 8;
const NOW = { BUILD: 'fast', PUBLICATION_NOW: '2027-01-01T00:00:00Z' };
const lists = {
  categories: ['mobilite', 'securite', 'monnaie'],
  tags: (parse(readFileSync('tests/fixtures/content/tags.yaml', 'utf8')) as { name: string }[])
    .slice(0, 6)
    .map(({ name }) => name),
};

let copy: SiteCopy;
/** The articles of the copy, by rank. */
const articles = new Map<number, InventedArticle>();
let next = 0;

function put(rank: number, article: InventedArticle): void {
  articles.set(rank, article);
  writeArticle(join(copy.root, 'content'), { ...article, cover: rank % 2 });
}

/**
 * Invents an article. Consecutive ranks are far apart in time, so that a change affects the order of lists as well as
 * their length.
 */
const invent = (rank: number) => inventArticle((rank * 37) % 100, 100, lists);
const folderOf = ({ slug }: InventedArticle) => join(copy.root, 'content/articles', slug);
const add = () => put((next += 1), invent(next));
const any = () => pick(random, [...articles]);

function edit(path: string, change: (text: string) => string): void {
  const file = join(copy.root, path);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

const CHANGES: Readonly<Record<string, () => void>> = {
  'a corrected word': () => {
    const [rank, article] = any();
    put(rank, withAnotherWord(article));
  },
  'another title': () => {
    const [rank, article] = any();
    put(rank, withAnotherTitle(article));
  },
  'another section and other tags': () => {
    const [rank, article] = any();
    put(rank, { ...article, category: pick(random, lists.categories), tags: [pick(random, lists.tags)] });
  },
  'one more': add,
  'one less': () => {
    const [rank, article] = any();
    articles.delete(rank);
    rmSync(folderOf(article), { recursive: true });
  },
  'another address': () => {
    const [rank, article] = any();
    const moved = { ...article, slug: `${article.slug}-ailleurs` };
    renameSync(folderOf(article), folderOf(moved));
    articles.set(rank, moved);
  },
  'another cover': () => writeArticle(join(copy.root, 'content'), { ...any()[1], cover: 1 }),
  'the code of a component': () =>
    edit('src/components/article/Sources.astro', (text) =>
      text.replace(/\n---\n/u, '\n// .\n---\n<i>.</i>\n'),
    ),
  'a style': () =>
    edit('src/styles/tokens.css', (text) => text.replace(/--space-5: [^;]+;/u, '--space-5: 1.51rem;')),
  'the magazine’s words': () =>
    edit('content/site.yaml', (text) => text.replace(/^tagline: /mu, 'tagline: Et ')),
  'a label': () =>
    edit('src/strings/site.ts', (text) => text.replace("'À lire aussi", "'À lire encore, aussi")),
};

beforeAll(() => {
  copy = copySite([OWN]);
  writeAuthors(join(copy.root, 'content'));
  for (let count = 0; count < ARTICLES; count += 1) add();
});
afterAll(() => copy.remove());

/** Makes a full build, with a cache that contains only pictures and social cards. */
function buildWhole(): string {
  const cache = join(copy.root, '.cache-whole');
  rmSync(cache, { recursive: true, force: true });
  rmSync(join(copy.root, 'whole'), { recursive: true, force: true });
  mkdirSync(cache);
  for (const drawn of ['pictures', 'social-cards'])
    symlinkSync(join(copy.root, '.cache', drawn), join(cache, drawn));
  return copy.build('whole', { ...NOW, CACHE_FOLDER: cache });
}

it(
  `an incremental build equals a whole one, byte for byte, after every ${CHANGES_A_BUILD} of ${CHANGES_MADE} random changes`,
  () => {
    copy.build('kept', NOW);
    for (let step = 1; step <= BUILDS; step += 1) {
      const names = Array.from({ length: CHANGES_A_BUILD }, () => {
        const name = pick(random, Object.keys(CHANGES));
        CHANGES[name]?.();
        return name;
      });
      const kept = copy.build('kept', NOW);
      expect(differences(kept, buildWhole()), `${step}: ${names.join(', ')}`).toEqual([]);
    }
  },
  60_000 + BUILDS * 120_000,
);

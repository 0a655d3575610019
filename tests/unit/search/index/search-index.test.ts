import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readArticleRecords } from '#content/files/article-records.ts';
import { filesBelow } from '#storage/files-below.ts';
import { databaseFile, nameOfDatabase } from '#search/index/database.ts';
import { readManifest } from '#search/index/manifest.ts';
import { pagefindRecord } from '#search/index/pagefind-record.ts';
import { openSearchIndex } from '#search/index/search-index.ts';
import { inventArticle } from '../../../bench/article.ts';
import { writeArticle } from '../../../bench/magazine.ts';

const LISTS = { categories: ['mobilite'], tags: ['énergie'] };
const articles = [0, 1, 2].map((index) => ({
  ...inventArticle(index, 3, LISTS),
  tags: ['énergies', 'énergie'],
}));
const [first] = articles;
if (!first) throw new Error('no article');

const PANORAMA = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2100 900"/>';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'search-'));
  vi.stubEnv('CACHE_FOLDER', 'cache');
  for (const article of articles) writeArticle(join(root, 'content'), article);
  write('content/categories/societe.yaml', 'name: Société\ndescription: Vivre.\naccent: bleu\norder: 1\n');
  write(
    'content/categories/mobilite.yaml',
    'name: Mobilité\ndescription: Bouger.\naccent: vert\norder: 1\nparent: societe\n',
  );
  write('content/tags.yaml', '- name: énergie\n  aliases:\n    - énergies\n  otherNames:\n    - EnR\n');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

const folderOf = (name: string) => join(root, name);
const read = (folder: string) =>
  Object.fromEntries(filesBelow(folder).map((path) => [path, readFileSync(join(folder, path), 'latin1')]));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

async function open() {
  readArticleRecords(root);
  return openSearchIndex(root);
}

it('holds the crop of a cover that has a focal point on one side', async () => {
  const path = `content/articles/${first.slug}/index.mdx`;
  const text = readFileSync(join(root, path), 'utf8');
  write(path, text.replace('couverture.svg', 'couverture.svg\n  focus: 90 % 50 %'));
  writeFileSync(join(root, path, '../couverture.svg'), PANORAMA);
  const records = [...(await open()).records()];
  expect(records.find(({ url }) => url === `/articles/${first.slug}/`)?.picture?.crop).toBe(100);
  expect(records.filter(({ picture }) => picture && picture.crop !== null)).toHaveLength(1);
});

it('holds of an article what a result shows, and what readers search, filter and sort by', async () => {
  const records = [...(await open()).records()].filter(({ kind }) => kind === 'article');
  expect(records.map(({ url }) => url)).toEqual(articles.map(({ slug }) => `/articles/${slug}/`).sort());
  const record = records.find(({ url }) => url === `/articles/${first.slug}/`);
  expect(record).toMatchObject({
    filters: { rubrique: ['societe', 'mobilite'], etiquette: ['energie'], annee: [first.day.slice(0, 4)] },
    section: { name: 'Mobilité', accent: 'vert' },
    date: { day: first.day },
    tags: ['énergie', 'énergies', 'EnR'],
    picture: { path: expect.stringMatching(/^_astro\/couverture\.[0-9a-f]{10}_2400\.svg$/u) as string },
  });
  if (!record) throw new Error('no record');
  expect(pagefindRecord(record)).toMatchObject({
    meta: {
      kind: 'article',
      section: 'Mobilité',
      accent: 'vert',
      day: first.day,
      tags: 'énergie, énergies, EnR',
    },
    filters: { genre: ['article'], annee: [first.day.slice(0, 4)] },
    sort: { date: first.day },
  });
});

it('holds the lists and the pages that the site has, by what readers call them', async () => {
  write('content/categories/vide.yaml', 'name: Vide\ndescription: Rien.\naccent: vert\norder: 2\n');
  write(
    'content/pages/contact.mdx',
    `---\ntitle: Contact\ndescription: ${'Pour écrire à la rédaction. '.repeat(2)}\norder: 1\n---\n\n## Par courrier\n`,
  );
  const records = [...(await open()).records()].filter(({ kind }) => kind !== 'article');
  expect(records.map(({ kind, url }) => [kind, url])).toEqual([
    ['rubrique', '/rubriques/societe/mobilite/'],
    ['rubrique', '/rubriques/societe/'],
    ['etiquette', '/etiquettes/energie/'],
    ['page', '/contact/'],
  ]);
  expect(records[2]).toMatchObject({ title: 'énergie', otherNames: ['énergies', 'EnR'] });
  expect(records[3]).toMatchObject({ headings: ['Par courrier'], text: 'Par courrier' });
});

it('is the same bytes when it is made again', async () => {
  await (await open()).writeTo(folderOf('one'));
  rmSync(folderOf('cache'), { recursive: true });
  await (await open()).writeTo(folderOf('other'));
  expect(read(folderOf('other'))).toEqual(read(folderOf('one')));
});

it('is made once for the same articles, and again when one changes', async () => {
  const before = await open();
  expect(before.isCached).toBe(false);
  await before.writeTo(folderOf('index'));
  expect((await open()).isCached).toBe(true);
  expect((await open()).isIn(folderOf('index'))).toBe(true);

  write('content/tags.yaml', '- name: énergie\n  slug: energies\n  aliases:\n    - énergies\n');
  const after = await open();
  expect(after.isCached).toBe(false);
  expect(after.isIn(folderOf('index'))).toBe(false);
  expect(after.mayFollow(folderOf('index'))).toBe(true);
});

it('never follows one that shows drafts', async () => {
  vi.stubEnv('PREVIEW', '1');
  await (await open()).writeTo(folderOf('index'));
  vi.stubEnv('PREVIEW', '');
  expect((await open()).mayFollow(folderOf('index'))).toBe(false);
  expect((await open()).mayFollow(folderOf('none'))).toBe(false);
});

it('replaces what stands in its folder, but not compressed copies of the same file', async () => {
  const index = await open();
  await index.writeTo(folderOf('index'));
  write('index/pagefind.js.br', 'compressed');
  write('index/records.json', '{}');
  write('index/records.json.gz', 'compressed');
  write('index/fragment/old.pf_fragment', 'old');
  await index.writeTo(folderOf('index'));
  const paths = filesBelow(folderOf('index'));
  expect(paths).toContain('pagefind.js.br');
  expect(paths).not.toContain('records.json.gz');
  expect(paths).not.toContain('fragment/old.pf_fragment');
  expect(Object.keys(readManifest(folderOf('index'))?.records ?? {})).toHaveLength(articles.length + 3);
});

it('is written for the service too, again only when something changed, and outside the site', async () => {
  const site = folderOf('dist');
  const file = databaseFile(root, site);
  const writeForService = async () => {
    (await open()).writeDatabase(site);
    return { name: nameOfDatabase(file), file: statSync(file).ino };
  };
  const before = await writeForService();
  expect(relative(site, file)).toMatch(/^\.\./u);
  expect(await writeForService()).toEqual(before);
  const path = join(root, `content/articles/${first.slug}/index.mdx`);
  writeFileSync(path, readFileSync(path, 'utf8').replace('## ', '## Autrement, '));
  const after = await writeForService();
  expect(after.name).not.toBe(before.name);
  expect(after.file).not.toBe(before.file);
});

import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFields } from '#content/files/article-fields.ts';
import {
  articlePath,
  openRecords,
  readArticleRecord,
  readArticleRecords,
  recordsOfBuild,
} from '#content/files/article-records.ts';
import { stampOf } from '#content/files/seen-files.ts';
import { inventArticle } from '../../../bench/article.ts';
import { articleSource, writeArticle } from '../../../bench/magazine.ts';

const LISTS = { categories: ['mobilite'], tags: ['a', 'b', 'c', 'd', 'e'] };
const articles = [0, 1, 2].map((index) => inventArticle(index, 3, LISTS));
const [first] = articles;
if (!first) throw new Error('no article');
const file = () => join(root, articlePath(first.slug));

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'records-'));
  for (const article of articles) writeArticle(join(root, 'content'), article);
});
afterEach(() => rmSync(root, { recursive: true }));

const titles = () =>
  readArticleRecords(root).map(({ fields }) => (fields === null ? null : readFields(fields).title));

describe('the records of articles', () => {
  it('hold the fields of each, in the order of their addresses', () => {
    const sorted = articles.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
    expect(titles()).toEqual(sorted.map(({ title }) => title));
  });

  it('do not open a file whose size and time are the same', () => {
    utimesSync(file(), 1000, 1000);
    const before = titles();
    const source = articleSource(first);
    writeFileSync(file(), source.replace(first.title, first.title.toUpperCase()));
    utimesSync(file(), 1000, 1000);
    expect(titles()).toEqual(before);
    utimesSync(file(), 1000, 1001);
    expect(titles()).toContain(first.title.toUpperCase());
  });

  it('follow articles that come and go', () => {
    readArticleRecords(root);
    rmSync(join(root, 'content/articles', first.slug), { recursive: true });
    mkdirSync(join(root, 'content/articles/vide'));
    writeArticle(join(root, 'content'), { ...first, slug: 'un-nouveau' });
    const slugs = readArticleRecords(root).map(({ slug }) => slug);
    expect(slugs).toContain('un-nouveau');
    expect(slugs).not.toContain(first.slug);
    expect(slugs).not.toContain('vide');
  });

  it('are the same, in the same order, for what asks for them later in a build', () => {
    readArticleRecords(root);
    const slug = 'a-premier';
    writeArticle(join(root, 'content'), { ...first, slug });
    // As the check of the content does, which comes before.
    const kept = openRecords(root);
    const record = readArticleRecord(root, slug);
    if (record) kept.keep(slug, stampOf(statSync(join(root, articlePath(slug)))), record);
    kept.save('keep');
    const read = readArticleRecords(root);
    expect(read[0]?.slug).toBe(slug);
    expect(recordsOfBuild(root)).toEqual(read);
    rmSync(join(root, 'content/articles', slug), { recursive: true });
    expect(recordsOfBuild(root)).not.toEqual(readArticleRecords(root));
    expect(recordsOfBuild(root)).toEqual(readArticleRecords(root));
  });

  it('tell the pictures of a text, and whether it imports a component, but not for what is code', () => {
    const end = '\n![Un aplat](./couverture.svg)\n\n```\n![non](./non.svg)\n```\n';
    writeFileSync(file(), articleSource(first) + end);
    const record = () => readArticleRecords(root).find(({ slug }) => slug === first.slug);
    expect(record()).toMatchObject({ pictures: ['couverture.svg'], imports: false });
    writeFileSync(file(), `${articleSource(first)}${end}\nimport Carte from './Carte.astro'\n`);
    expect(record()).toMatchObject({ imports: true });
  });

  it('leave what cannot be read to the content check', () => {
    writeFileSync(file(), 'rien');
    expect(readArticleRecords(root).find(({ slug }) => slug === first.slug)?.fields).toBeNull();
  });
});

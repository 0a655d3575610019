import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  articlePath,
  openArticleCache,
  readArticleRecord,
  readArticleRecords,
  recordsOfBuild,
} from '#content/files/article-records.ts';
import { stampOf } from '#storage/file-stamp.ts';
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

const titles = () => readArticleRecords(root).map(({ data }) => data?.title);

describe('the records of articles', () => {
  it('hold the fields of each article, sorted by slug', () => {
    const sorted = articles.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
    expect(titles()).toEqual(sorted.map(({ title }) => title));
  });

  it('read a file again only when its stamp has changed', () => {
    utimesSync(file(), 1000, 1000);
    const before = titles();
    const source = articleSource(first);
    writeFileSync(file(), source.replace(first.title, first.title.toUpperCase()));
    utimesSync(file(), 1000, 1000);
    expect(titles()).toEqual(before);
    utimesSync(file(), 1000, 1001);
    expect(titles()).toContain(first.title.toUpperCase());
  });

  it('follow articles that are added and removed', () => {
    readArticleRecords(root);
    rmSync(join(root, 'content/articles', first.slug), { recursive: true });
    mkdirSync(join(root, 'content/articles/vide'));
    writeArticle(join(root, 'content'), { ...first, slug: 'un-nouveau' });
    const slugs = readArticleRecords(root).map(({ slug }) => slug);
    expect(slugs).toContain('un-nouveau');
    expect(slugs).not.toContain(first.slug);
    expect(slugs).not.toContain('vide');
  });

  it('are the same, in the same order, later in a build', () => {
    readArticleRecords(root);
    const slug = 'a-premier';
    writeArticle(join(root, 'content'), { ...first, slug });
    // Does the same as the content check, which runs before the loader.
    const cache = openArticleCache(root);
    const record = readArticleRecord(root, slug);
    if (record) cache.set(slug, stampOf(statSync(join(root, articlePath(slug)))), record);
    cache.save();
    const read = readArticleRecords(root);
    expect(read[0]?.slug).toBe(slug);
    expect(recordsOfBuild(root)).toEqual(read);
    rmSync(join(root, 'content/articles', slug), { recursive: true });
    expect(recordsOfBuild(root)).not.toEqual(readArticleRecords(root));
    expect(recordsOfBuild(root)).toEqual(readArticleRecords(root));
  });

  it('name the pictures of a text and whether it imports a component, but not those of code', () => {
    const end = '\n![Un aplat](./couverture.svg)\n\n```\n![non](./non.svg)\n```\n';
    writeFileSync(file(), articleSource(first) + end);
    const record = () => readArticleRecords(root).find(({ slug }) => slug === first.slug);
    expect(record()).toMatchObject({ pictures: ['couverture.svg'], imports: false });
    writeFileSync(file(), `${articleSource(first)}${end}\nimport Carte from './Carte.astro'\n`);
    expect(record()).toMatchObject({ imports: true });
  });

  it('have no fields where they are not valid', () => {
    writeFileSync(file(), 'rien');
    expect(readArticleRecords(root).find(({ slug }) => slug === first.slug)?.data).toBeNull();
  });
});

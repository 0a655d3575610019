import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventArticle } from '../bench/article.ts';
import { writeArticle, writeAuthors } from '../bench/magazine.ts';
import { copySite, type SiteCopy } from '../site-copy.ts';
import { differences } from './built-folder.ts';

const ARTICLES = ['accelerateur-ou-incubateur', 'stocker-les-energies-renouvelables'];
/** Numbers of invented articles: 36 fill the first page of every list, and 120 many later ones. */
const [FEW, MANY] = [36, 120];
const NOW = { PUBLICATION_NOW: '2027-01-01T00:00:00Z', PRECOMPRESS: '1' };
const lists = {
  categories: ['mobilite', 'securite', 'monnaie'],
  tags: (parse(readFileSync('tests/fixtures/content/tags.yaml', 'utf8')) as { name: string }[])
    .slice(0, 20)
    .map(({ name }) => name),
};
const invent = (rank: number) => inventArticle(rank, MANY, lists);

let copy: SiteCopy;
let plain: string;
let grown: string;
/** The log of the build without options. */
let said: string;
beforeAll(() => {
  copy = copySite(ARTICLES);
  const content = join(copy.root, 'content');
  writeAuthors(content);
  for (let rank = 0; rank < MANY; rank += 1) writeArticle(content, { ...invent(rank), cover: 0 });
  grown = copy.build('grown', { ...NOW, PRECOMPRESS: '0', BUILD: 'plain' });
  for (let rank = FEW; rank < MANY; rank += 1)
    rmSync(join(content, 'articles', invent(rank).slug), { recursive: true });
  plain = copy.build('plain', NOW);
  said = copy.said;
});
afterAll(() => copy.remove());

describe('a magazine that grows', () => {
  it(`has pages and feeds of the same weight with ${FEW} articles and with ${MANY}`, () => {
    const files = {
      article: `articles/${invent(3).slug}/index.html`,
      front: 'index.html',
      feed: 'flux.xml',
      list: 'rubriques/innovations-et-societes/index.html',
    };
    for (const [name, path] of Object.entries(files)) {
      const [few, many] = [plain, grown].map((site) => gzipSync(readFileSync(join(site, path))).length);
      expect((many ?? Infinity) / (few ?? 0), name).toBeLessThan(1.05);
    }
    expect(existsSync(join(grown, `articles/${invent(MANY - 1).slug}/index.html`))).toBe(true);
  });
});

describe('a plain build', () => {
  it('is the default for so few articles', () => {
    expect(said).toContain('page(s) built');
    expect(said).not.toContain('workers');
  });

  it('gives the same bytes as a fast one, from nothing and from the last output', () => {
    const fast = copy.build('fast', { ...NOW, BUILD: 'fast', RENDER_THREADS: '2' });
    const [, rendered, givenBack] =
      /(\d+) pages rendered on 2 workers, (\d+) given back/u.exec(copy.said) ?? [];
    // The number depends on how soon the workers are ready.
    expect(Number(rendered)).toBeGreaterThan(0);
    expect(givenBack).toBe('0');
    expect(differences(plain, fast)).toEqual([]);
    copy.build('fast', { ...NOW, BUILD: 'fast' });
    expect(differences(plain, fast)).toEqual([]);
  });

  it('gives the same bytes as one on workers in a folder outside of the project', () => {
    const options = { ...NOW, BUILD: 'fast', RENDER_THREADS: '1' };
    const outside = copy.build(`../outside-${basename(copy.root)}`, options);
    try {
      expect(copy.said).toMatch(/[1-9]\d* pages rendered on 1 workers/u);
      expect(differences(plain, outside)).toEqual([]);
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  it('needs nothing of the engine, and neither do the tests of anything else', () => {
    const others = ['src', 'tests', '.'].flatMap((folder) =>
      readdirSync(folder, { recursive: folder !== '.', withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(?:ts|mjs|astro)$/u.test(entry.name))
        .map(({ parentPath, name }) => join(parentPath, name))
        .filter((path) => !/^(?:src|tests\/unit)\/engine\//u.test(path)),
    );
    const users = others.filter((path) =>
      /#engine\/|from '.*src\/engine\//u.test(readFileSync(path, 'utf8')),
    );
    expect(users).toEqual(['astro.config.mjs']);

    rmSync(join(copy.root, 'src/engine'), { recursive: true });
    const config = join(copy.root, 'astro.config.mjs');
    const lines = readFileSync(config, 'utf8').split('\n');
    const remaining = lines.filter((line) => !/\bfastBuild\b/u.test(line));
    expect(lines.length - remaining.length).toBe(2);
    writeFileSync(config, remaining.join('\n'));
    const without = copy.build('without', NOW);
    expect(differences(plain, without)).toEqual([]);
  });
});

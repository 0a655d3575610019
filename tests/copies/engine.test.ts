import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventArticle } from '../bench/article.ts';
import { writeArticle, writeAuthors } from '../bench/magazine.ts';
import { copySite, type SiteCopy } from '../site-copy.ts';
import { differences } from './built-folder.ts';

const ARTICLES = ['accelerateur-ou-incubateur', 'stocker-les-energies-renouvelables'];
const INVENTED = 60;
const NOW = { PUBLICATION_NOW: '2027-01-01T00:00:00Z', PRECOMPRESS: '1' };
const lists = {
  categories: ['mobilite', 'securite', 'monnaie'],
  tags: (parse(readFileSync('content/tags.yaml', 'utf8')) as { name: string }[])
    .slice(0, 20)
    .map(({ name }) => name),
};

let copy: SiteCopy;
beforeAll(() => {
  copy = copySite(ARTICLES);
  writeAuthors(join(copy.root, 'content'));
  for (let rank = 0; rank < INVENTED; rank += 1)
    writeArticle(join(copy.root, 'content'), { ...inventArticle(rank, INVENTED, lists), cover: 0 });
});
afterAll(() => copy.remove());

describe('a plain build', () => {
  let plain: string;
  beforeAll(() => {
    plain = copy.build('plain', { ...NOW, BUILD: 'plain' });
  });

  it('is the default for so few articles', () => {
    expect(copy.said).not.toContain('workers');
    copy.build('default', NOW);
    expect(differences(plain, join(copy.root, 'default'))).toEqual([]);
  });

  it('gives the same bytes as a fast one, from nothing and from the last output', () => {
    const fast = copy.build('fast', { ...NOW, BUILD: 'fast', RENDER_THREADS: '2' });
    const [, rendered, givenBack] =
      /(\d+) pages rendered on 2 workers, (\d+) given back/u.exec(copy.said) ?? [];
    expect(Number(rendered)).toBeGreaterThan(50);
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

  it('needs nothing of the engine', () => {
    for (const path of ['src/engine', 'src/fast-build.ts'])
      rmSync(join(copy.root, path), { recursive: true });
    const config = join(copy.root, 'astro.config.mjs');
    const lines = readFileSync(config, 'utf8').split('\n');
    const others = lines.filter((line) => !/\bfastBuild\b/u.test(line));
    expect(lines.length - others.length).toBe(2);
    writeFileSync(config, others.join('\n'));
    const without = copy.build('without', NOW);
    expect(differences(plain, without)).toEqual([]);
  });
});

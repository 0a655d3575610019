import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventArticle } from '../bench/article.ts';
import { writeArticle, writeAuthors } from '../bench/magazine.ts';
import { copySite, type SiteCopy } from '../site-copy.ts';

const OWN = 'accelerateur-ou-incubateur';
const [FEW, MANY] = [24, 300];
const NOW = { PUBLICATION_NOW: '2027-01-01T00:00:00Z', PRECOMPRESS: '0' };
const lists = {
  categories: ['mobilite', 'securite', 'monnaie'],
  tags: (parse(readFileSync('content/tags.yaml', 'utf8')) as { name: string }[])
    .slice(0, 20)
    .map(({ name }) => name),
};

let copy: SiteCopy;
beforeAll(() => {
  copy = copySite([OWN]);
  writeAuthors(join(copy.root, 'content'));
});
afterAll(() => copy.remove());

/** Replaces the articles of the copy with this many invented ones. */
function fill(size: number): void {
  rmSync(join(copy.root, 'content/articles'), { recursive: true });
  for (let rank = 0; rank < size; rank += 1)
    writeArticle(join(copy.root, 'content'), { ...inventArticle(rank, MANY, lists), cover: 0 });
  copy.write(
    'content/front-page.yaml',
    `lead: ${inventArticle(3, MANY, lists).slug}\nseconds: []\nsections: []\n`,
  );
}

/** Builds a magazine of this size. Returns the gzipped sizes of four files, in bytes. */
function weigh(size: number): Record<'article' | 'front' | 'feed' | 'list', number> {
  fill(size);
  const site = copy.build(`of-${size}`, NOW);
  expect(existsSync(join(site, 'sitemap-index.xml'))).toBe(true);
  const bytes = (path: string) => gzipSync(readFileSync(join(site, path))).length;
  return {
    article: bytes(`articles/${inventArticle(3, MANY, lists).slug}/index.html`),
    front: bytes('index.html'),
    feed: bytes('flux.xml'),
    list: bytes('auteurs/la-redaction/index.html'),
  };
}

describe('a magazine that grows', () => {
  it(`has pages and feeds of the same weight with ${FEW} articles and with ${MANY}`, () => {
    const few = weigh(FEW);
    const many = weigh(MANY);
    for (const page of ['article', 'front', 'feed', 'list'] as const)
      expect(many[page] / few[page], page).toBeLessThan(1.05);
  });
});

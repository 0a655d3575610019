import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkArticle, type KnownNames } from '#content/checks/document.ts';
import { formatProblems } from '#model/problems.ts';

/** One folder per mistake: the smallest article with it, and the expected messages. */
const fixtures = new URL('../../../fixtures/articles/', import.meta.url);
const category = { name: 'Mobilité', description: 'D', accent: 'vert', order: 1 } as const;
const known: KnownNames = {
  categories: new Map([
    ['mobilite', category],
    ['monnaie', category],
  ]),
  tags: new Set(['cloud computing', 'mobilité urbaine']),
  authors: new Set(['la-redaction']),
};

const read = (path: string) => readFileSync(new URL(path, fixtures), 'utf8');

function check(name: string): string {
  const { problems } = checkArticle({
    file: `content/articles/${name}/index.mdx`,
    text: read(`${name}/index.mdx`),
    neighbours: new Set(['index.mdx', 'couverture.svg']),
    known,
  });
  return problems.length > 0 ? formatProblems(problems) : '';
}

describe('an article with one mistake', () => {
  it.each(readdirSync(fixtures).filter((name) => name !== 'good'))('tells its editor: %s', (name) => {
    expect(check(name)).toBe(read(`${name}/expected.txt`));
  });
});

describe('an article without a mistake', () => {
  it('is said nothing', () => {
    expect(check('good')).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import type { Template } from '#routes.ts';
import { choosePages } from '#cli/report/comparison.ts';
import type { PageChange } from '#cli/report/compare-pages.ts';

const WORDS = { kind: 'words' as const, label: '', before: 'a', after: 'b' };

function page(address: string, template: Template, told = 1, state: PageChange['state'] = 'changed') {
  return {
    address,
    file: `${address.slice(1)}index.html`,
    template,
    title: address,
    state,
    appearance: false,
    differences: Array.from({ length: told }, () => WORDS),
    weight: { before: null, after: null },
  } satisfies PageChange;
}

const pages = [
  page('/articles/a/', 'article'),
  page('/articles/b/', 'article', 3),
  page('/articles/c/', 'article', 0, 'added'),
  page('/etiquettes/d/', 'étiquette'),
  page('/etiquettes/e/', 'étiquette'),
  page('/vieux/', 'redirection'),
];
const chosen = (most: number) => choosePages(pages, most).toPicture.map(({ address }) => address);

describe('the pages that are shown in pictures', () => {
  it('are one of each template first, the one with most to tell, then pages that came, then articles', () => {
    expect(chosen(Infinity)).toEqual([
      '/articles/b/',
      '/etiquettes/d/',
      '/articles/c/',
      '/articles/a/',
      '/etiquettes/e/',
    ]);
  });

  it('are as many as asked for, the others counted', () => {
    expect(chosen(2)).toEqual(['/articles/b/', '/etiquettes/d/']);
    expect(choosePages(pages, 2).left).toBe(3);
    expect(choosePages(pages, Infinity).left).toBe(0);
    expect(chosen(0)).toEqual([]);
  });
});

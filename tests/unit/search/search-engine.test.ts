import { describe, expect, it } from 'vitest';
import type { RecordEngine } from '#search/record-engine.ts';
import { findIn } from '#search/search-engine.ts';
import { BLANK } from '#search/search-request.ts';

const TITLES: Readonly<Record<string, string>> = {
  '/articles/carbone/': 'Le carbone',
  '/articles/credit/': "L' autre crédit",
  '/etiquettes/carbone/': 'carbone',
  '/contact/': 'Contact',
};
const ARTICLES = Object.keys(TITLES).filter((id) => id.startsWith('/articles/'));
/** Records that contain « carbone », and whether their names contain it. */
const CARBON = {
  '/articles/carbone/': true,
  '/articles/credit/': false,
  '/etiquettes/carbone/': true,
  '/contact/': false,
};

/** An engine that finds one word, and whose filters match the articles in `within`. */
function engineOf(within: readonly string[] = ARTICLES): RecordEngine {
  return {
    size: 4,
    ids: Object.keys(TITLES),
    isList: (id) => !ARTICLES.includes(id),
    find: ({ text }) =>
      Promise.resolve(
        new Map(
          text === 'carbone'
            ? Object.entries(CARBON).map(([id, isNamed]) => [id, { score: 1, isNamed }])
            : [],
        ),
      ),
    correct: () => Promise.resolve([]),
    narrow: (ids, { order }) => {
      const kept = ids.filter((id) => within.includes(id));
      return Promise.resolve(order === 'pertinence' ? kept : kept.toReversed());
    },
    load: (id) =>
      Promise.resolve({
        url: `/magazine${id}`,
        raw_url: id,
        raw_content: 'Du carbone.',
        meta: {
          kind: ARTICLES.includes(id) ? 'article' : 'etiquette',
          title: TITLES[id] ?? '',
          image: '_astro/a.svg',
        },
      }),
    read: (id) => Promise.resolve({ title: TITLES[id] ?? '', names: '', text: 'Du carbone.' }),
  };
}

describe('a request', () => {
  it('finds articles, and beside them only what is called as was asked', async () => {
    const found = await findIn(engineOf(), { ...BLANK, query: 'carbone' });
    expect(found).toMatchObject({
      total: 2,
      lists: [{ title: 'carbone', href: '/magazine/etiquettes/carbone/' }],
    });
    const [first, second] = await found.read(0, 10);
    expect(first).toMatchObject({ href: '/magazine/articles/carbone/', image: '/magazine/_astro/a.svg' });
    expect(second?.title.map(({ text }) => text).join('')).toBe('L’autre crédit');
    expect(first?.excerpt.filter(({ marked }) => marked)).toHaveLength(1);
  });

  it('keeps the articles within its filters, and tells how many there are without', async () => {
    const narrow = { ...BLANK, query: 'carbone', year: '2024' };
    const some = await findIn(engineOf(['/articles/credit/']), narrow);
    expect(some).toMatchObject({ total: 1, unfiltered: 0, lists: [] });
    expect(await findIn(engineOf([]), narrow)).toMatchObject({ total: 0, unfiltered: 2, lists: [] });
  });

  it('without a question finds all articles, in its order', async () => {
    const found = await findIn(engineOf(), { ...BLANK, order: 'anciens' });
    expect(found).toMatchObject({ total: 2, lists: [], isPartial: false });
    expect((await found.read(0, 1))[0]?.href).toBe('/magazine/articles/credit/');
  });
});

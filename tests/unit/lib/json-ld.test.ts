import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { describeArticle, describeBreadcrumb, type DescribedArticle, serialiseJsonLd } from '#lib/json-ld.ts';

describe('structured data', () => {
  it('cannot end its element nor run anything, whatever a title holds', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom('</script><script>alert(1)</script>', '<!--', ']]>', '\u2028'),
    );
    fc.assert(
      fc.property(hostile, (name) => {
        const json = serialiseJsonLd([{ '@type': 'WebSite', name }]);
        expect(json).not.toContain('<');
        const { document } = parseHTML(`<script type="application/ld+json">${json}</script>`);
        expect(document.querySelectorAll('script')).toHaveLength(1);
        expect(JSON.parse(json)['@graph'][0].name).toBe(name);
      }),
    );
  });

  it('numbers the steps of a breadcrumb, the last without an address', () => {
    const crumbs = [
      { label: 'Accueil', url: 'https://ex.fr/' },
      { label: 'Ici', url: null },
    ];
    expect(describeBreadcrumb(crumbs).itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Accueil', item: 'https://ex.fr/' },
      { '@type': 'ListItem', position: 2, name: 'Ici' },
    ]);
  });

  it('says nothing of what a magazine does not have', () => {
    const publisher = {
      ...{ name: 'La Forme', tagline: 'T', url: 'https://ex.fr/', logo: 'https://ex.fr/favicon.svg' },
      ...{ publishingPrinciples: null, correctionsPolicy: null, licence: null, profiles: [] },
    };
    const article: DescribedArticle = {
      ...{
        url: 'https://ex.fr/a/',
        headline: 'A',
        description: 'D',
        pictures: [],
        section: 'S',
        keywords: [],
      },
      ...{
        publishedAt: '2026-01-01T00:00:00+01:00',
        modifiedAt: null,
        authors: [],
        publisher,
        comments: null,
      },
    };
    const json = JSON.stringify(describeArticle(article));
    expect(json).not.toMatch(/commentCount|license|publishingPrinciples|correctionsPolicy|sameAs|null/u);
    const licence = 'https://ex.fr/licence/';
    expect(describeArticle({ ...article, comments: [], publisher: { ...publisher, licence } })).toMatchObject(
      {
        license: licence,
        commentCount: 0,
      },
    );
  });
});

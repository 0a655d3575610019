import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSlug, slugify } from '#lib/slugs.ts';
import { createAddresses } from '#lib/urls.ts';

describe('slugs', () => {
  it.each([
    ['Œuvres & Æther', 'oeuvres-et-aether'],
    ['CO₂ : +1,5 °C', 'co2-plus-1-5-c'],
    ['L’État, c’est moi !', 'l-etat-c-est-moi'],
    ['  Déjà   vu  ', 'deja-vu'],
    ['E\u0301te\u0301', 'ete'],
    ['a_b/c', 'a-b-c'],
    ['日本', ''],
  ])('%s becomes « %s »', (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  it('are slugs already, or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const slug = slugify(text);
        expect(slug === '' || isSlug(slug)).toBe(true);
        expect(slugify(slug)).toBe(slug);
      }),
    );
  });

  it('need no encoding in an address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const slug = slugify(text);
        fc.pre(slug !== '');
        expect(createAddresses('/').tag(slug)).toBe(`/etiquettes/${slug}/`);
      }),
    );
  });

  it.each(['', '-a', 'a-', 'a--b', 'A', 'é', 'a b', 'a_b', 'a/b', 'a.b', 'a\n'])('are not « %s »', (text) => {
    expect(isSlug(text)).toBe(false);
  });
});

describe('addresses', () => {
  it.each(['/', '/magazine', '/magazine/', '/a/b/'])(
    'under %s end with one slash and hold no other pair',
    (base) => {
      const addresses = createAddresses(base);
      const pages = [
        addresses.home,
        addresses.article('a'),
        addresses.category(['a']),
        addresses.category(['a', 'b'], 3),
        addresses.tag('a'),
        addresses.tag('a', 2),
        addresses.tags,
        addresses.author('a'),
        addresses.archives,
        addresses.archive(['2024']),
        addresses.search,
      ];
      expect(new Set(pages).size).toBe(pages.length);
      for (const page of pages) {
        expect(page).toMatch(/^\/(?:[^/]+\/)*$/u);
        expect(page.startsWith(base)).toBe(true);
      }
    },
  );

  it('give the first page of a list the address of the list', () => {
    const addresses = createAddresses('/');
    expect(addresses.tag('a', 1)).toBe(addresses.tag('a'));
    expect(addresses.author('a', 1)).toBe(addresses.author('a'));
    expect(addresses.archive(['2024'], 1)).toBe(addresses.archive(['2024']));
  });

  it('encode what is not a slug', () => {
    expect(createAddresses('/').tag('é/?#')).toBe('/etiquettes/%C3%A9%2F%3F%23/');
  });
});

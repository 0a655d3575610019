import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isTaken, ROUTES } from '#routes.ts';

/** The first part of the addresses that a file or folder of src/pages makes; `null` where editors name it. */
function firstPart(name: string): string | null {
  if (name.startsWith('_') || name.startsWith('[')) return null;
  const bare = name.replace(/\.(?:astro|ts)$/u, '');
  return bare === 'index' ? '' : bare;
}

const made = (from: string) => ROUTES.filter((route) => route.from === from).map(({ first }) => first);

describe('the table of addresses', () => {
  it('has what src/pages makes, and nothing more', () => {
    const lists = ['flux.json', 'flux.xml'];
    expect(readdirSync('src/pages/[...list]')).toEqual(['flux.[format].ts']);
    const pages = readdirSync('src/pages').flatMap((name) => firstPart(name) ?? []);
    expect(made('pages').sort()).toEqual([...pages, ...lists].sort());
  });

  it('has the pages that integrations put in place', () => {
    const hidden = readdirSync('src/pages').filter((name) => name.startsWith('_'));
    const names = hidden.map((name) => name.replace(/^_|\.astro$/gu, ''));
    expect(made('integrations')).toEqual(expect.arrayContaining(names));
  });

  it.runIf(existsSync('dist'))('has all that a build writes, but the pages of the magazine', () => {
    const pages = readdirSync('content/pages').map((name) => name.replace(/\.mdx$/u, ''));
    const moved = new Set(['2024']);
    const known = new Set([
      ...ROUTES.map(({ first }) => first),
      ...readdirSync('public'),
      ...pages,
      ...moved,
    ]);
    const written = readdirSync('dist').filter((name) => !/\.(?:br|gz)$/u.test(name));
    expect(written.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('an address', () => {
  it.each([
    ...['/', '/recherche/', '/Recherche/', '/archives/2024/', '/etiquettes/x/', '/auteurs/la-redaction/'],
    ...['/rubriques/mobilite/', '/hors-ligne/', '/commentaires/', '/pagefind/', '/_astro/', '/redaction/'],
    ...[
      '/index/',
      '/404/',
      '/partage/x/',
      '/icones/',
      '/articles/',
      '/ARTICLES/',
      '/_redirects/',
      '/robots.txt',
    ],
  ])('of the site is taken: %s', (address) => {
    expect(isTaken(address)).toBe(true);
  });

  it.each(['/articles/un-titre/', '/contact/', '/2024/06/titre/', '/recherches/', '/ia/recherche/'])(
    'of the editors is free: %s',
    (address) => {
      expect(isTaken(address)).toBe(false);
    },
  );

  it('of a file of public/ is taken', () => {
    expect(isTaken('/annexes/', ['Annexes', 'favicon.svg'])).toBe(true);
  });
});

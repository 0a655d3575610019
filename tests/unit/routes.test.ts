import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addressesSchema, WORDED_PAGES } from '#model/addresses-schema.ts';
import {
  ADDRESS_WORDS as words,
  addressOf,
  isTaken,
  type Route,
  ROUTES,
  slugOfArticle,
  templateOf,
} from '#routes.ts';

const ALL: readonly Route[] = Object.values(ROUTES);
const patternsFrom = (from: Route['from']) =>
  ALL.filter((route) => route.from === from).map(({ pattern }) => pattern);

/** Returns the pattern of the route that Astro makes from a file of src/pages. */
const patternOf = (path: string) =>
  path.endsWith('.ts')
    ? `/${path.replace(/\.ts$/u, '')}`
    : `/${path.replace(/\.astro$/u, '/').replace(/(?:^|(?<=\/))index\/$/u, '')}`;

describe('the table of routes', () => {
  const files = readdirSync('src/pages', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(?:astro|ts)$/u.test(path));
  const isInjected = (path: string) => path.startsWith('_');

  it('equals src/pages', () => {
    const patterns = files
      .filter((path) => !isInjected(path))
      .flatMap((path) =>
        path.includes('[format]') ? ['xml', 'json'].map((format) => path.replace('[format]', format)) : path,
      )
      .map(patternOf);
    expect(patternsFrom('pages').sort()).toEqual(patterns.sort());
  });

  it('equals the pages that integrations inject', () => {
    // The files have the usual words, whatever the magazine chooses.
    const usual = addressesSchema.parse({});
    const chosen = new Map(WORDED_PAGES.map((kind) => [usual[kind], words[kind]]));
    const patterns = files
      .filter(isInjected)
      .map((path) => patternOf(path.slice(1)).replace(/[^/]+/u, (word) => chosen.get(word) ?? word));
    expect(patternsFrom('injected').sort()).toEqual(patterns.sort());
  });
});

describe('the address of a route', () => {
  it.each([
    [ROUTES.home, [], '/'],
    [ROUTES.article, ['un-titre'], `/${words.article}/un-titre/`],
    [ROUTES.category, ['a', 'b', 'page', '2'], `/${words.category}/a/b/page/2/`],
    [ROUTES.rss, [], '/flux.xml'],
    [ROUTES.rss, ['rubriques', 'a'], '/rubriques/a/flux.xml'],
    [ROUTES.socialCard, ['étés', 'x'], '/partage/%C3%A9t%C3%A9s/x.png'],
  ] as const)('has its parts: %o %o', (route, parts, address) => {
    expect(addressOf(route, ...parts)).toBe(address);
  });
});

describe('the template of a page', () => {
  it.each([
    ['/', 'accueil'],
    [`/${words.article}/a/`, 'article'],
    [`/${words.category}/a/`, 'rubrique'],
    [`/${words.category}/a/page/2/`, 'rubrique'],
    [`/${words.category}/a/b/`, 'sous-rubrique'],
    [`/${words.category}/a/b/page/2/`, 'sous-rubrique'],
    [`/${words.tag}/`, 'étiquettes'],
    [`/${words.tag}/velo/page/2/`, 'étiquette'],
    [`/${words.archive}/`, 'archives'],
    [`/${words.archive}/2024/06/`, 'archives'],
    [`/${words.author}/ada/`, 'auteur'],
    [`/${words.search}/`, 'recherche'],
    ['/commentaires/gabarit/', 'formulaire'],
    ['/moderation/gabarit/', 'formulaire'],
    ['/404.html', 'introuvable'],
    ['/contact/', 'page'],
    ['/hors-ligne/', 'page'],
  ])('%s is %s', (address, template) => {
    expect(templateOf(address)).toBe(template);
  });
});

describe('an address', () => {
  it.each([
    ...['/', `/${words.search}/`, `/${words.search.toUpperCase()}/`, `/${words.archive}/2024/`],
    ...[`/${words.tag}/x/`, `/${words.author}/la-redaction/`, `/${words.category}/mobilite/`],
    ...['/hors-ligne/', '/commentaires/', '/pagefind/', '/_astro/', '/redaction/'],
    ...[
      '/index/',
      '/404/',
      '/partage/x/',
      '/icones/',
      `/${words.article}/`,
      `/${words.article.toUpperCase()}/`,
      '/_redirects/',
      '/robots.txt',
    ],
  ])('of the site is taken: %s', (address) => {
    expect(isTaken(address)).toBe(true);
  });

  it.each([
    `/${words.article}/un-titre/`,
    '/contact/',
    '/2024/06/titre/',
    '/recherche-x/',
    `/ia/${words.search}/`,
  ])('of the editors is free: %s', (address) => {
    expect(isTaken(address)).toBe(false);
  });

  it('of a file of public/ is taken', () => {
    expect(isTaken('/annexes/', ['Annexes', 'favicon.svg'])).toBe(true);
  });
});

describe('the slug of an article', () => {
  it.each([
    [`/${words.article}/un-titre/`, 'un-titre'],
    [`/${words.article}/`, null],
    [`/${words.article}/un/deux/`, null],
    ['/2024/un-titre/', null],
  ])('in %s is %s', (address, slug) => {
    expect(slugOfArticle(address)).toBe(slug);
  });
});

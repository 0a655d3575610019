import { addressOf, type Route, ROUTES } from '#routes.ts';

export type FeedFormat = 'xml' | 'json';

/** Every address of the magazine, with the base path of the site. */
export interface Addresses {
  home: string;
  article(slug: string): string;
  /** The first page of a list has the list's own address. */
  category(path: readonly string[], pageNumber?: number): string;
  tag(slug: string, pageNumber?: number): string;
  tags: string;
  author(slug: string, pageNumber?: number): string;
  archives: string;
  /** A year, or a year and its month: `['2024', '06']`. */
  archive(period: readonly string[], pageNumber?: number): string;
  search: string;
  /** The reading list, which is also the page shown offline. */
  readingList: string;
  serviceWorker: string;
  /** A page of the magazine itself: « À propos », « Contact ». */
  page(slug: string): string;
  /** The feed of the list at this path, `[]` for the whole magazine. */
  feed(path: readonly string[], format: FeedFormat): string;
  socialCard(path: readonly string[]): string;
  /** An icon of the magazine, by its name. */
  icon(name: string): string;
  file(path: string): string;
}

/**
 * Builds the magazine's addresses: base path, trailing slash, encoding.
 *
 * @param base the base path of the site, « / » or « /magazine/ », with or without its last slash
 */
export function createAddresses(base: string): Addresses {
  const root = base.endsWith('/') ? base : `${base}/`;
  const at = (route: Route, ...parts: readonly string[]) => root + addressOf(route, ...parts).slice(1);
  return {
    home: root,
    article: (slug) => at(ROUTES.article, slug),
    category: (path, pageNumber) => at(ROUTES.category, ...path, ...pageParts(pageNumber)),
    tag: (slug, pageNumber) => at(ROUTES.tag, slug, ...pageParts(pageNumber)),
    tags: at(ROUTES.tags),
    author: (slug, pageNumber) => at(ROUTES.author, slug, ...pageParts(pageNumber)),
    archives: at(ROUTES.archives),
    archive: (period, pageNumber) => at(ROUTES.archive, ...period, ...pageParts(pageNumber)),
    search: at(ROUTES.search),
    readingList: at(ROUTES.offline),
    serviceWorker: at(ROUTES.serviceWorker),
    page: (slug) => at(ROUTES.page, slug),
    feed: (path, format) => at(format === 'xml' ? ROUTES.rss : ROUTES.jsonFeed, ...path),
    socialCard: (path) => at(ROUTES.socialCard, ...path),
    icon: (name) => at(ROUTES.icon, name),
    file: (path) => `${root}${path.replace(/^\//u, '')}`,
  };
}

/** The path that is added to a list's address for a page after the first: `page/2`. */
export function pageParts(pageNumber = 1): string[] {
  return pageNumber > 1 ? ['page', String(pageNumber)] : [];
}

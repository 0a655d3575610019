export type FeedFormat = 'xml' | 'json';

/** Every address of the magazine, under the base path it is published at. */
export interface Addresses {
  home: string;
  article(slug: string): string;
  /** Lists have pages, the first of which is the list's own address. */
  category(path: readonly string[], pageNumber?: number): string;
  tag(slug: string, pageNumber?: number): string;
  tags: string;
  author(slug: string, pageNumber?: number): string;
  archives: string;
  /** A year, or a year and its month: `['2024', '06']`. */
  archive(period: readonly string[], pageNumber?: number): string;
  search: string;
  /** The reading list, which is also the page shown without a network. */
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
  const page = (...parts: string[]) => `${root}${parts.map(encodeURIComponent).join('/')}/`;
  return {
    home: root,
    article: (slug) => page('articles', slug),
    category: (path, pageNumber) => page('rubriques', ...path, ...pageParts(pageNumber)),
    tag: (slug, pageNumber) => page('etiquettes', slug, ...pageParts(pageNumber)),
    tags: page('etiquettes'),
    author: (slug, pageNumber) => page('auteurs', slug, ...pageParts(pageNumber)),
    archives: page('archives'),
    archive: (period, pageNumber) => page('archives', ...period, ...pageParts(pageNumber)),
    search: page('recherche'),
    readingList: page('hors-ligne'),
    serviceWorker: `${root}service-worker.js`,
    page: (slug) => page(slug),
    feed: (path, format) => `${path.length > 0 ? page(...path) : root}flux.${format}`,
    socialCard: (path) => `${page('partage', ...path).slice(0, -1)}.png`,
    icon: (name) => `${page('icones', name).slice(0, -1)}.png`,
    file: (path) => `${root}${path.replace(/^\//u, '')}`,
  };
}

/** What a list's address adds for a page after the first: `page/2`. */
export function pageParts(pageNumber = 1): string[] {
  return pageNumber > 1 ? ['page', String(pageNumber)] : [];
}

/** Every address of the magazine, under the base path it is published at. */
export interface Addresses {
  home: string;
  article(slug: string): string;
  category(path: readonly string[]): string;
  tag(slug: string): string;
  tags: string;
  author(slug: string): string;
  /** A page of the magazine itself: « À propos », « Contact ». */
  page(slug: string): string;
  sharingPicture(path: readonly string[]): string;
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
    category: (path) => page('rubriques', ...path),
    tag: (slug) => page('etiquettes', slug),
    tags: page('etiquettes'),
    author: (slug) => page('auteurs', slug),
    page: (slug) => page(slug),
    sharingPicture: (path) => `${page('partage', ...path).slice(0, -1)}.png`,
    file: (path) => `${root}${path.replace(/^\//u, '')}`,
  };
}

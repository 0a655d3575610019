/** A page or a file that the site makes, by the first part of its address. */
export interface SiteRoute {
  /** `recherche` of `/recherche/…`, `robots.txt` of `/robots.txt`; empty for the front page. */
  first: string;
  /** Where it comes from: a file or folder of src/pages, or what else writes it. */
  from: 'pages' | 'integrations' | 'host';
}

/**
 * The one table of the site's addresses: what no page of the editors, and no old address, may take. Pages of the
 * magazine itself (`/contact/`) are its content, and stand in none.
 */
export const ROUTES: readonly SiteRoute[] = [
  ...pages(
    '',
    '404',
    '.well-known',
    'archives',
    'articles',
    'auteurs',
    'commentaires',
    'etiquettes',
    'icones',
    'partage',
  ),
  ...pages('recherche', 'rubriques', 'flux.json', 'flux.xml', 'flux-commentaires.xml'),
  ...pages('manifest.webmanifest', 'robots.txt', 'sitemap-actualites.xml'),
  // Pages whose names begin with « _ » in src/pages are put in place by an integration, where they are wanted.
  ...made('integrations', '_astro', 'hors-ligne', 'pagefind', 'redaction', 'service-worker.js'),
  ...made('integrations', 'sitemap-index.xml', 'sitemap-0.xml', '_headers', '_redirects'),
  ...made('host', 'index', 'index.html', '404.html'),
];

/** Below these, editors name addresses of their own: `/articles/un-titre/`. */
const SHARED = ['articles'];

function pages(...names: readonly string[]): SiteRoute[] {
  return made('pages', ...names);
}

function made(from: SiteRoute['from'], ...names: readonly string[]): SiteRoute[] {
  return names.map((first) => ({ first, from }));
}

/**
 * Whether an address belongs to the site itself. Some hosts and disks tell no capitals from small letters.
 *
 * @param address without base path, `/recherche/`
 * @param files names at the top of public/, which are served as they are
 */
export function isTaken(address: string, files: Iterable<string> = []): boolean {
  const [first = '', ...rest] = address.toLowerCase().split('/').filter(Boolean);
  const names = [...ROUTES.map((route) => route.first), ...[...files].map((name) => name.toLowerCase())];
  if (SHARED.includes(first)) return rest.length === 0;
  return names.includes(first);
}

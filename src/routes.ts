import { readAddressWords } from '#content/files/address-words.ts';

/** The name of a route's pages in gates and reports. */
export type Template =
  | 'accueil'
  | 'archives'
  | 'article'
  | 'auteur'
  | 'étiquette'
  | 'étiquettes'
  | 'formulaire'
  | 'introuvable'
  | 'page'
  | 'recherche'
  | 'redirection'
  | 'rubrique'
  | 'sous-rubrique';

export interface Route {
  /** Address without base path, in the syntax of src/pages: `/articles/[slug]/`. */
  pattern: string;
  /** Its origin: a file of src/pages, a page that an integration injects, another step of the build, or the host. */
  from: 'pages' | 'injected' | 'build' | 'host';
  /** One page, one for each article, one for each list and its later pages, or another file or folder. */
  kind: 'page' | 'article' | 'list' | 'file';
  template: Template;
  /** Whether search engines may index it. */
  indexed: boolean;
}

const page = (pattern: string, template: Template = 'page', more: Partial<Route> = {}): Route => ({
  pattern,
  from: 'pages',
  kind: 'page',
  template,
  indexed: true,
  ...more,
});
const worded = (pattern: string, template: Template, more: Partial<Route> = {}) =>
  page(pattern, template, { from: 'injected', ...more });
const file = (pattern: string, from: Route['from'] = 'pages') =>
  page(pattern, 'page', { kind: 'file', from });
const LIST = { kind: 'list' } as const;
const HIDDEN = { indexed: false } as const;
const INJECTED = { indexed: false, from: 'injected' } as const;

/** The routes whose addresses are the same in every magazine. */
const FIXED = {
  home: page('/', 'accueil'),
  notFound: page('/404/', 'introuvable', HIDDEN),
  commentForm: page('/commentaires/gabarit/', 'formulaire', INJECTED),
  moderation: page('/moderation/gabarit/', 'formulaire', INJECTED),
  /** Pages of the magazine itself, whose names editors choose: « Contact ». */
  page: page('/[page]/'),
  offline: page('/hors-ligne/', 'page', INJECTED),
  editor: page('/redaction/', 'page', INJECTED),
  /** The articles that a new one may repeat, for the browser editor. */
  editorArticles: file('/redaction/articles.json', 'injected'),
  editorialComponents: page('/redaction/vocabulaire/', 'page', INJECTED),
  catalogue: page('/redaction/catalogue/', 'page', INJECTED),
  rss: file('/[...list]/flux.xml'),
  jsonFeed: file('/[...list]/flux.json'),
  commentFeed: file('/flux-commentaires.xml', 'injected'),
  commentedArticles: file('/commentaires/articles.json', 'injected'),
  socialCard: file('/partage/[...path].png'),
  icon: file('/icones/[name].png'),
  drawnIcon: file('/favicon.svg'),
  manifest: file('/manifest.webmanifest'),
  robots: file('/robots.txt'),
  newsSitemap: file('/sitemap-actualites.xml'),
  securityText: file('/.well-known/security.txt'),
  textMining: file('/.well-known/tdmrep.json'),
  assets: file('/_astro/', 'build'),
  searchIndex: file('/pagefind/', 'build'),
  serviceWorker: file('/service-worker.js', 'build'),
  sitemap: file('/sitemap-index.xml', 'build'),
  firstSitemap: file('/sitemap-0.xml', 'build'),
  headers: file('/_headers', 'build'),
  redirects: file('/_redirects', 'build'),
  index: file('/index', 'host'),
  indexFile: file('/index.html', 'host'),
  notFoundFile: file('/404.html', 'host'),
} as const satisfies Readonly<Record<string, Route>>;

/** The words of the magazine's addresses. */
export const ADDRESS_WORDS = readAddressWords(process.cwd());
const { article, category, tag, author, archive, search, aliases } = ADDRESS_WORDS;

/** The routes of the site, from which all its addresses are made. */
export const ROUTES = {
  ...FIXED,
  article: worded(`/${article}/[slug]/`, 'article', { kind: 'article' }),
  category: worded(`/${category}/[...path]/`, 'rubrique', LIST),
  tags: worded(`/${tag}/`, 'étiquettes'),
  tag: worded(`/${tag}/[...path]/`, 'étiquette', LIST),
  author: worded(`/${author}/[...path]/`, 'auteur', LIST),
  archives: worded(`/${archive}/`, 'archives'),
  archive: worded(`/${archive}/[...path]/`, 'archives', LIST),
  search: worded(`/${search}/`, 'recherche', HIDDEN),
} as const satisfies Readonly<Record<string, Route>>;

const ALL: readonly Route[] = Object.values(ROUTES);
/** A parameter of a pattern, with what follows it. */
const PARAMETER = /^\[.*\](.*)$/u;

/** The address of a route, without base path. These parts replace its parameter. */
export function addressOf({ pattern }: Route, ...parts: readonly string[]): string {
  const pieces = pattern.split('/').flatMap((piece) => {
    const end = PARAMETER.exec(piece)?.[1];
    if (end === undefined) return piece;
    const written = parts.map(encodeURIComponent).join('/');
    return written === '' ? [] : written + end;
  });
  return pieces.join('/');
}

/** The parts of a route's address, as they are before encoding: `['articles', 'mon-titre']`. */
export function pathOf(route: Route, ...parts: readonly string[]): string[] {
  return [firstOf(route), ...parts];
}

const firstsOf = (routes: readonly Route[]) =>
  new Set(routes.filter((route) => route !== ROUTES.page).map(firstOf));
const TAKEN = firstsOf(ALL);
const FIXED_FIRSTS = firstsOf(Object.values(FIXED));

/** The first fixed part of a route's address; empty for the front page. */
function firstOf({ pattern }: Route): string {
  return pattern.split('/').find((piece) => piece !== '' && !piece.startsWith('[')) ?? '';
}

/**
 * Whether an address belongs to the site itself, so that editors may not use it for a page or a redirect. Some hosts
 * and disks ignore case.
 *
 * @param address without base path, `/recherche/`
 * @param files names at the top of public/, which are served as they are
 */
export function isTaken(address: string, files: Iterable<string> = []): boolean {
  const [first = '', ...rest] = address.toLowerCase().split('/').filter(Boolean);
  // Editors choose all names below: the old addresses of articles.
  if (first === article) return rest.length === 0;
  return TAKEN.has(first) || [...files].some((name) => name.toLowerCase() === first);
}

/** Whether a word cannot begin the addresses of a kind of page, because others of the site begin with it. */
export function isReserved(word: string): boolean {
  return FIXED_FIRSTS.has(word);
}

/**
 * The slug in the address of an article, whether it has the word of today or an older one; `null` for other addresses.
 *
 * @param address without base path
 */
export function slugOfArticle(address: string): string | null {
  const [word = '', slug, ...more] = address.split('/').filter(Boolean);
  const isArticle = [article, ...aliases.article].includes(word) && more.length === 0;
  return (isArticle && slug) || null;
}

/** Pages that search engines may not index, without base path; some tag pages and drafts are not indexed either. */
export const unindexedAddresses: readonly string[] = ALL.filter(
  ({ kind, indexed }) => kind === 'page' && !indexed,
).map((route) => addressOf(route));

/** The template of a page, by its address without base path. */
export function templateOf(address: string): Template {
  if (address === '/404.html') return ROUTES.notFound.template;
  const [first, ...rest] = address.split('/').filter(Boolean);
  const routes = ALL.filter(({ kind, pattern }) => kind !== 'file' && pattern !== ROUTES.page.pattern);
  const route =
    routes.find(({ pattern }) => pattern === address) ??
    routes.find(({ pattern }) => pattern.includes('[') && pattern.split('/')[1] === first);
  if (route !== ROUTES.category) return route?.template ?? 'page';
  return rest.length === 1 || rest[1] === 'page' ? 'rubrique' : 'sous-rubrique';
}

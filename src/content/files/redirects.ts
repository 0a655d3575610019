import { ARTICLES_PER_PAGE } from '#lib/lists/pagination.ts';
import { createAddresses, pageParts } from '#lib/urls.ts';
import { WORDED_PAGES } from '#model/addresses-schema.ts';
import { ADDRESS_WORDS, addressOf, ROUTES } from '#routes.ts';
import { findLastChanges } from './last-changes.ts';
import { type ListFiles, readListFiles } from './list-files.ts';
import { type PublishedArticle, publishedArticles } from './published.ts';

const addresses = createAddresses('/');

/** Returns the target of each old or truncated address, both without the base path. */
export function redirectsOf(root: string): Record<string, string> {
  const articles = publishedArticles(root);
  const lists = readListFiles(root);
  const parents = parentRedirects(lists);
  return { ...parents, ...wordRedirects(articles, lists, parents), ...articleRedirects(articles) };
}

/**
 * Redirects truncated addresses, such as `/articles/`, which have no page of their own, to the archives or the site
 * map.
 */
function parentRedirects({ pages, pageRoles }: ListFiles): Record<string, string> {
  const siteMap = pageRoles.get('plan-du-site');
  const all = siteMap === undefined ? addresses.archives : addresses.page(siteMap);
  const redirects = {
    [addressOf(ROUTES.article)]: addresses.archives,
    [addressOf(ROUTES.category)]: all,
    [addressOf(ROUTES.author)]: all,
  };
  const taken = new Set([...pages].map((slug) => addresses.page(slug)));
  return Object.fromEntries(Object.entries(redirects).filter(([from]) => !taken.has(from)));
}

/** Redirects the addresses from before content/site.yaml renamed a first segment, such as `articles`. */
function wordRedirects(
  articles: readonly PublishedArticle[],
  lists: ListFiles,
  parents: Readonly<Record<string, string>>,
): Record<string, string> {
  const { aliases, ...words } = ADDRESS_WORDS;
  const moved = WORDED_PAGES.flatMap((kind) =>
    aliases[kind].map((old) => ({ before: `/${old}/`, now: `/${words[kind]}/` })),
  );
  if (moved.length === 0) return {};
  const categories = [...lists.categoryPaths.values()].map((path) => addresses.category(path));
  const pages = [
    ...findLastChanges(articles, lists, '/').keys(),
    ...categories,
    ...laterPages(articles, lists),
    addresses.search,
  ];
  const targets = Object.entries({ ...parents, ...Object.fromEntries(pages.map((page) => [page, page])) });
  return Object.fromEntries(
    moved.flatMap(({ before, now }) =>
      targets
        .filter(([page]) => page.startsWith(now))
        .map(([page, target]) => [before + page.slice(now.length), target]),
    ),
  );
}

/** The addresses of page 2 and later of every list. */
function laterPages(articles: readonly PublishedArticle[], lists: ListFiles): string[] {
  const counts = new Map<string, number>();
  for (const article of articles)
    for (const page of findLastChanges([article], lists, '/').keys())
      counts.set(page, (counts.get(page) ?? 0) + 1);
  // The lists of all tags and of all months have only one page.
  for (const page of [addresses.tags, addresses.archives]) counts.delete(page);
  return [...counts].flatMap(([page, count]) =>
    Array.from(
      { length: Math.ceil(count / ARTICLES_PER_PAGE) - 1 },
      (_, index) => `${page}${pageParts(index + 2).join('/')}/`,
    ),
  );
}

function articleRedirects(articles: readonly PublishedArticle[]): Record<string, string> {
  return Object.fromEntries(
    articles.flatMap(({ slug, data }) => data.aliases.map((alias) => [alias, addresses.article(slug)])),
  );
}

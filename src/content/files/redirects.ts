import { readListFiles } from './list-files.ts';
import { publishedArticles } from './published.ts';

/** Returns the target of each old or truncated address, both without the base path. */
export function redirectsOf(root: string): Record<string, string> {
  return { ...parentRedirects(root), ...articleRedirects(root) };
}

/**
 * Redirects the addresses that readers get by removing the end of another address (`/articles/`) to the list of its
 * pages.
 */
function parentRedirects(root: string): Record<string, string> {
  const { pages, pageRoles } = readListFiles(root);
  const siteMap = pageRoles.get('plan-du-site');
  const all = siteMap === undefined ? '/archives/' : `/${siteMap}/`;
  const redirects = { articles: '/archives/', rubriques: all, auteurs: all };
  const free = Object.entries(redirects).filter(([slug]) => !pages.has(slug));
  return Object.fromEntries(free.map(([slug, to]) => [`/${slug}/`, to]));
}

function articleRedirects(root: string): Record<string, string> {
  return Object.fromEntries(
    publishedArticles(root).flatMap(({ slug, data }) =>
      data.aliases.map((alias) => [alias, `/articles/${slug}/`]),
    ),
  );
}

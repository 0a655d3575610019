import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { publishedArticles } from './published.ts';

/** Returns the target of each old or truncated address, both without the base path. */
export function redirectsOf(root: string): Record<string, string> {
  return { ...parentRedirects(root), ...articleRedirects(root) };
}

/** Redirects addresses that readers get by truncating another one to the list of the pages below it. */
function parentRedirects(root: string): Record<string, string> {
  const hasPage = (slug: string) => existsSync(join(root, 'content/pages', `${slug}.mdx`));
  const all = hasPage('plan-du-site') ? '/plan-du-site/' : '/archives/';
  const redirects = { articles: '/archives/', rubriques: all, auteurs: all };
  const free = Object.entries(redirects).filter(([slug]) => !hasPage(slug));
  return Object.fromEntries(free.map(([slug, to]) => [`/${slug}/`, to]));
}

function articleRedirects(root: string): Record<string, string> {
  return Object.fromEntries(
    publishedArticles(root).flatMap(({ slug, data }) =>
      data.aliases.map((alias) => [alias, `/articles/${slug}/`]),
    ),
  );
}

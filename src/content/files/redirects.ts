import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { publishedArticles } from './published.ts';

/** Returns where each old or truncated address leads, both without base path. */
export function redirectsOf(root: string): Record<string, string> {
  return { ...parentRedirects(root), ...articleRedirects(root) };
}

/** The addresses that readers get by truncating one: they lead to the list of all that stands below. */
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

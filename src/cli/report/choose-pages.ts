import type { Template } from '#cli/built-site/pages.ts';
import type { PageChange } from './site-pages.ts';

export interface Choice {
  shown: PageChange[];
  /** How many changed pages have no picture. */
  left: number;
}

/**
 * Which pages to show: one of each template, then pages that came or went, then articles, then the others.
 *
 * @param most how many at most
 */
export function choosePages(changes: readonly PageChange[], most: number): Choice {
  const seen = changes.filter(({ template }) => template !== 'redirection');
  const templates = new Set<Template>();
  const rank = new Map<PageChange, number>();
  // A page with more to tell stands better for its template.
  for (const page of [...seen].sort((a, b) => b.differences.length - a.differences.length)) {
    const isFirst = page.state === 'changed' && !templates.has(page.template);
    if (isFirst) templates.add(page.template);
    rank.set(page, isFirst ? 0 : page.state !== 'changed' ? 1 : page.template === 'article' ? 2 : 3);
  }
  const ordered = [...seen].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  const shown = ordered.slice(0, most);
  return { shown, left: seen.length - shown.length };
}

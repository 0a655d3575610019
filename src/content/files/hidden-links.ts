import type { BodyNode } from '#model/compiled-body.ts';

const LINK = /<a href="([^"]*)"[^>]*>((?:[^<]|<(?!\/a>))*)<\/a>/gu;
const TO_ARTICLE = /^\.\.\/([a-z0-9-]+)\/(?:#.*)?$/u;

/** The articles that a text may lead to, by the names of their folders. */
export function linkedArticles(body: string): string[] {
  return [...new Set([...body.matchAll(/\.\.\/([a-z0-9-]+)\//gu)].flatMap(([, slug]) => slug ?? []))].sort();
}

/**
 * Takes away the links of an article's text that lead to articles which are not published: readers see their words
 * alone.
 *
 * @param isHidden by the name of the article's folder
 */
export function withoutHiddenLinks(
  nodes: readonly BodyNode[],
  isHidden: (slug: string) => boolean,
): readonly BodyNode[] {
  return nodes.map((node) => {
    if (typeof node !== 'string') return { ...node, children: withoutHiddenLinks(node.children, isHidden) };
    return node.replace(LINK, (link, href: string, words: string) => {
      const slug = TO_ARTICLE.exec(href)?.[1];
      return slug !== undefined && isHidden(slug) ? words : link;
    });
  });
}

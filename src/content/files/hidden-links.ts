import type { BodyNode } from '#model/compiled-body.ts';

const LINK = /<a href="([^"]*)"[^>]*>((?:[^<]|<(?!\/a>))*)<\/a>/gu;
const TO_ARTICLE = /^\.\.\/([a-z0-9-]+)\/(?:#.*)?$/u;

/** Returns the slugs of the articles that a text may link to. */
export function linkedArticles(body: string): string[] {
  return [...new Set([...body.matchAll(/\.\.\/([a-z0-9-]+)\//gu)].flatMap(([, slug]) => slug ?? []))].sort();
}

/**
 * Replaces the links to unpublished articles in an article's text by their words.
 *
 * @param isHidden whether the article with this slug is unpublished
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

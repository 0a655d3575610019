import { attributeOf, nodesOf, placeOf } from '#content/files/mdx-tree.ts';
import type { Place } from '#model/problems.ts';
import { fieldTexts } from './fields.ts';
import type { ContentDocument } from './project.ts';

/** An address in a document, and its place. */
export interface WrittenLink extends Place {
  url: string;
}

/** Returns the links of a text: inline links, definitions and videos. */
export function linksOf({ tree }: ContentDocument): WrittenLink[] {
  return [...nodesOf(tree)].flatMap((node) => {
    const isLink = node.type === 'link' || node.type === 'definition';
    const url = isLink ? node.url : node.name === 'Video' ? attributeOf(node, 'src') : null;
    return typeof url === 'string' ? [{ ...placeOf(node), url }] : [];
  });
}

/** Returns the addresses of an article's sources. */
export function sourceLinksOf(document: ContentDocument): WrittenLink[] {
  return fieldTexts(document, 'sources', 'url').map(({ text, place }) => ({ ...place, url: text }));
}

/**
 * Returns the path of a full address of the magazine itself; `null` for any other address.
 *
 * @param address of the magazine, from site.yaml
 */
export function ownPath(url: string, address: string | null): string | null {
  if (address === null || !isExternal(url) || !URL.canParse(url, 'https://x') || !URL.canParse(address))
    return null;
  const own = new URL(address);
  const { host, pathname, search, hash } = new URL(url, 'https://x');
  const bare = (name: string) => name.replace(/^www\./u, '');
  const base = own.pathname.replace(/\/$/u, '');
  const isOwn = bare(host) === bare(own.host) && `${pathname}/`.startsWith(`${base}/`);
  return isOwn ? `${pathname.slice(base.length) || '/'}${search}${hash}` : null;
}

/** Whether an address leads to another site. */
export function isExternal(url: string): boolean {
  return /^(?:https?:)?\/\//iu.test(url);
}

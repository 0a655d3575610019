import { visit } from '#content/files/mdx-tree.ts';
import type { Place } from '#model/problems.ts';
import { fieldTexts } from './fields.ts';
import type { ContentDocument } from './project.ts';

/** An address in a document, and its place. */
export interface WrittenLink extends Place {
  file: string;
  url: string;
}

/** Returns the links of a text: inline links, definitions and videos. */
export function linksOf({ tree, source: { file } }: ContentDocument): WrittenLink[] {
  const links: WrittenLink[] = [];
  if (tree)
    visit(tree, null, ({ type, name, url, attributes = [], position }) => {
      const { line, column } = position?.start ?? { line: 1, column: 1 };
      const src = name === 'Video' && attributes.find((attribute) => attribute.name === 'src')?.value;
      if ((type === 'link' || type === 'definition') && url !== undefined)
        links.push({ file, line, column, url });
      if (typeof src === 'string') links.push({ file, line, column, url: src });
    });
  return links;
}

/** Returns the addresses of an article's sources. */
export function sourceLinksOf(document: ContentDocument): WrittenLink[] {
  const { file } = document.source;
  return fieldTexts(document, 'sources', 'url').map(({ text, place }) => ({ file, ...place, url: text }));
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

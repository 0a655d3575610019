import { visit } from '#content/mdx-tree.ts';
import type { Place } from '#content/problems.ts';
import { countItems, fieldText } from './fields.ts';
import type { ContentDocument } from './project.ts';

/** An address that an editor wrote, and where. */
export interface WrittenLink extends Place {
  file: string;
  url: string;
}

/** The links of a text: in its sentences, its definitions and its videos. */
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

/** The addresses of an article's sources. */
export function sourceLinksOf(document: ContentDocument): WrittenLink[] {
  return Array.from({ length: countItems(document, 'sources') }, (_, index) => index).flatMap((index) => {
    const field = fieldText(document, ['sources', index, 'url']);
    return field ? [{ file: document.source.file, ...field.place, url: field.text }] : [];
  });
}

/** Whether an address leads to another site. */
export function isExternal(url: string): boolean {
  return /^(?:https?:)?\/\//iu.test(url);
}

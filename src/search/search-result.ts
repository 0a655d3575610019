import type { FoundArticle, FoundList } from './search-engine.ts';
import type { TextSegment } from '#lib/typography/segments.ts';

const TAGS = { plain: null, superscript: 'sup', subscript: 'sub' } as const;

/** Renders a result from its template. All text is inserted as text nodes, never as HTML. */
export function makeResult(template: HTMLTemplateElement, article: FoundArticle): DocumentFragment {
  const { ownerDocument } = template;
  const item = ownerDocument.importNode(template.content, true);
  const part = <Name extends keyof HTMLElementTagNameMap>(name: Name) => item.querySelector(name);
  if (article.accent) part('li')?.setAttribute('data-accent', article.accent);
  part('a')?.setAttribute('href', article.href);
  part('a')?.append(...nodesOf(ownerDocument, article.title));
  part('span')?.append(article.section ?? '');
  const date = element(ownerDocument, 'time', [article.date ?? ''], { datetime: article.day ?? '' });
  item.querySelector('.meta')?.append(' ', date);
  item.querySelector('.picture')?.append(pictureOf(ownerDocument, article));
  for (const { segments, marked } of article.excerpt) {
    const nodes = nodesOf(ownerDocument, segments);
    item.querySelector('.excerpt')?.append(...(marked ? [element(ownerDocument, 'mark', nodes)] : nodes));
  }
  return item;
}

/** The picture of a result. Its alternative is empty, because the link already contains the title. */
function pictureOf(page: Document, { image, crop }: FoundArticle): Element {
  const size = { width: '480', height: '270' };
  return element(page, 'img', [], {
    alt: '',
    ...size,
    loading: 'lazy',
    src: image,
    ...(crop && { 'data-crop': crop }),
  });
}

function nodesOf(page: Document, segments: readonly TextSegment[]): (Node | string)[] {
  return segments.map(({ text, position }) => {
    const tag = TAGS[position];
    return tag ? element(page, tag, [text]) : text;
  });
}

function element(
  page: Document,
  tag: string,
  children: readonly (Node | string)[],
  attributes: Readonly<Record<string, string>> = {},
): Element {
  const made = page.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Renders the link to an author, a tag, a section or a page, preceded by its kind. */
export function makeList(page: Document, kind: string, { href, title }: FoundList): Element {
  const link = element(page, 'a', [element(page, 'span', [kind]), ' ', title], { href });
  return listItem(page, link);
}

/** Wraps a node in a list item. */
export function listItem(page: Document, node: Node): Element {
  return element(page, 'li', [node]);
}

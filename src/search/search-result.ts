import type { FoundArticle, FoundList } from './search-engine.ts';
import type { TextSegment } from '#lib/typography/segments.ts';

const TAGS = { plain: null, superscript: 'sup', subscript: 'sub' } as const;

/** Renders a result from its template. All text is inserted as text nodes, never as HTML. */
export function makeResult(template: HTMLTemplateElement, article: FoundArticle): DocumentFragment {
  const item = document.importNode(template.content, true);
  const part = <Name extends keyof HTMLElementTagNameMap>(name: Name) => item.querySelector(name);
  if (article.accent) part('li')?.setAttribute('data-accent', article.accent);
  part('a')?.setAttribute('href', article.href);
  part('a')?.append(...nodesOf(article.title));
  part('span')?.append(article.section ?? '');
  const date = element('time', [article.date ?? '']);
  date.setAttribute('datetime', article.day ?? '');
  item.querySelector('.meta')?.append(' ', date);
  item.querySelector('.picture')?.append(pictureOf(article));
  for (const { segments, marked } of article.excerpt) {
    const nodes = nodesOf(segments);
    item.querySelector('.excerpt')?.append(...(marked ? [element('mark', nodes)] : nodes));
  }
  return item;
}

/** The title is the link's text: the picture needs no alternative of its own. */
function pictureOf({ image, crop }: FoundArticle): HTMLImageElement {
  const picture = new Image(480, 270);
  picture.alt = '';
  picture.loading = 'lazy';
  picture.src = image;
  if (crop) picture.dataset['crop'] = crop;
  return picture;
}

function nodesOf(segments: readonly TextSegment[]): (Node | string)[] {
  return segments.map(({ text, position }) => {
    const tag = TAGS[position];
    return tag ? element(tag, [text]) : text;
  });
}

function element(tag: string, children: readonly (Node | string)[]): Element {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}

/** Renders the link to an author, a tag, a section or a page, with what it is. */
export function makeList(kind: string, { href, title }: FoundList): Element {
  const link = element('a', [element('span', [kind]), ' ', title]);
  link.setAttribute('href', href);
  return listItem(link);
}

/** Wraps a node in a list item. */
export function listItem(node: Node): Element {
  return element('li', [node]);
}

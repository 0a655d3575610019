import sanitize from 'sanitize-html';
import { defineMdastPlugin, markdownToHtml } from 'satteri';
import { typesetTree } from '#lib/typography/sentences.ts';
import { isVisible, removeHidden } from './visible-text.ts';

/** Links beyond these are the mark of an advertisement. */
export const MOST_LINKS = 3;
/** A reader quotes a quotation, in a list; deeper nesting is noise, which pushes text off a narrow screen. */
const MOST_NESTING = 8;
/** The marks of quotations and lists at the start of a line, from the ninth on. */
const DEEP_MARKS = new RegExp(
  String.raw`^((?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){${MOST_NESTING}})(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+`,
  'gmu',
);

const ELEMENTS = ['p', 'br', 'em', 'strong', 'del', 'a', 'blockquote', 'ul', 'ol', 'li', 'code', 'pre'];

/** Nodes whose text continues the sentence around them. */
const INLINE_PARENTS = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference']);
const BLOCKS_OF_TEXT = new Set(['paragraph', 'heading']);
const ADDRESS = /^(?:https?:\/\/|mailto:)/iu;

const text = (value: string) => ({ type: 'text' as const, value });

/** Shows tags as the characters that were typed, and as its words alone what leads to no website or is no text. */
const plainMarkdown = defineMdastPlugin({
  name: 'plain-markdown',
  text(node, context) {
    // An entity may stand for what the text itself may not hold.
    const shown = removeHidden(node.value);
    if (shown !== node.value) context.setProperty(node, 'value', shown);
  },
  html(node, context) {
    const parent = context.parent(node)?.type ?? '';
    const inline = INLINE_PARENTS.has(parent) || BLOCKS_OF_TEXT.has(parent);
    const typed = text(node.value);
    context.replaceNode(node, inline ? typed : { type: 'paragraph', children: [typed] });
  },
  link(node, context) {
    if (!ADDRESS.test(node.url)) context.replaceNode(node, [...node.children]);
  },
  definition(node, context) {
    if (!ADDRESS.test(node.url)) context.removeNode(node);
  },
  image(node, context) {
    context.replaceNode(node, text(node.alt ?? ''));
  },
  imageReference(node, context) {
    context.replaceNode(node, text(node.alt ?? ''));
  },
  table(node, context) {
    const rows = node.children.map(({ children }) => ({
      type: 'paragraph' as const,
      children: children.flatMap((cell, index) => [...(index > 0 ? [text(' | ')] : []), ...cell.children]),
    }));
    context.replaceNode(node, rows);
  },
});

/** After the tags have become words. */
const frenchTypography = defineMdastPlugin({ name: 'french-typography', before: typesetTree });

/**
 * Renders a reader's Markdown: emphasis, links, lists, quotations and code, and nothing else.
 * What is written as HTML is shown as it was written. Links carry `nofollow ugc` (schema.org, Google).
 */
export function renderCommentText(text: string): string {
  return toHtml(text, [plainMarkdown, frenchTypography]);
}

/** What a reader's text holds, seen without typesetting it. */
export function inspectCommentText(text: string): { links: number; isBlank: boolean } {
  const html = toHtml(text, [plainMarkdown]);
  return { links: html.match(/<a href/gu)?.length ?? 0, isBlank: !isVisible(html.replace(/<[^<>]*>/gu, '')) };
}

function toHtml(text: string, mdastPlugins: (typeof plainMarkdown | typeof frenchTypography)[]): string {
  const { html } = markdownToHtml(text.replace(DEEP_MARKS, '$1'), {
    mdastPlugins,
    features: { gfm: { footnotes: false }, frontmatter: false, directive: false },
  });
  return sanitize(html, {
    allowedTags: ELEMENTS,
    allowedAttributes: { a: ['href', 'rel'] },
    allowedSchemes: ['https', 'http', 'mailto'],
    nestingLimit: MOST_NESTING,
    transformTags: {
      a: (tagName, { href = '' }) => ({ tagName, attribs: { href, rel: 'nofollow ugc noopener' } }),
      h1: 'p',
      h2: 'p',
      h3: 'p',
      h4: 'p',
      h5: 'p',
      h6: 'p',
    },
  }).trim();
}

import sanitize from 'sanitize-html';
import { defineMdastPlugin, markdownToHtml } from 'satteri';
import { typesetTree } from '#lib/typography/sentences.ts';
import { isVisible, removeHidden } from './visible-text.ts';

/** A comment with more links than this is refused as advertising. */
export const MAX_LINKS = 3;
/** Deeper quotations and lists push the text off a narrow screen. */
const MAX_NESTING = 8;
/** At the start of a line, the markers of quotations and lists beyond MAX_NESTING. */
const DEEP_MARKERS = new RegExp(
  String.raw`^((?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){${MAX_NESTING}})(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+`,
  'gmu',
);

const ELEMENTS = ['p', 'br', 'em', 'strong', 'del', 'a', 'blockquote', 'ul', 'ol', 'li', 'code', 'pre'];

/** Nodes whose text continues the sentence around them. */
const INLINE_PARENTS = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference']);
const TEXT_BLOCKS = new Set(['paragraph', 'heading']);
const ADDRESS = /^(?:https?:\/\/|mailto:)/iu;

const text = (value: string) => ({ type: 'text' as const, value });

/** Shows HTML tags as text, and reduces images, tables and links with other schemes to their text. */
const plainMarkdown = defineMdastPlugin({
  name: 'plain-markdown',
  text(node, context) {
    // A character reference (`&#8203;`) may encode a hidden character, which the text itself may not contain.
    const visible = removeHidden(node.value);
    if (visible !== node.value) context.setProperty(node, 'value', visible);
  },
  html(node, context) {
    const parent = context.parent(node).type;
    const inline = INLINE_PARENTS.has(parent) || TEXT_BLOCKS.has(parent);
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

/** Runs after `plainMarkdown`, so that it also typesets HTML tags that became text. */
const frenchTypography = defineMdastPlugin({ name: 'french-typography', before: typesetTree });

/**
 * Renders a reader's Markdown as HTML: emphasis, links, lists, quotations and code, and nothing else. HTML tags appear
 * as text. Links have `rel="nofollow ugc"`, as Google asks for user-generated content.
 */
export function renderCommentText(text: string): string {
  return toHtml(text, [plainMarkdown, frenchTypography]);
}

/** Counts the links of a comment and detects a blank one, without typesetting it. */
export function inspectCommentText(text: string): { links: number; isBlank: boolean } {
  const html = toHtml(text, [plainMarkdown]);
  return { links: html.match(/<a href/gu)?.length ?? 0, isBlank: !isVisible(html.replace(/<[^<>]*>/gu, '')) };
}

function toHtml(text: string, mdastPlugins: (typeof plainMarkdown | typeof frenchTypography)[]): string {
  const { html } = markdownToHtml(text.replace(DEEP_MARKERS, '$1'), {
    mdastPlugins,
    features: { gfm: { footnotes: false }, frontmatter: false, directive: false },
  });
  return sanitize(html, {
    allowedTags: ELEMENTS,
    allowedAttributes: { a: ['href', 'rel'] },
    allowedSchemes: ['https', 'http', 'mailto'],
    nestingLimit: MAX_NESTING,
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

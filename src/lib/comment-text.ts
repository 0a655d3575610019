import sanitize from 'sanitize-html';
import { defineMdastPlugin, markdownToHtml } from 'satteri';
import { typesetTree } from './typography/sentences.ts';

/** Links beyond these are the mark of an advertisement. */
export const MOST_LINKS = 3;

const ELEMENTS = ['p', 'br', 'em', 'strong', 'del', 'a', 'blockquote', 'ul', 'ol', 'li', 'code', 'pre'];

const INLINE_PARENTS = new Set([
  'paragraph',
  'heading',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
]);
const ADDRESS = /^(?:https?:\/\/|mailto:)/iu;

/** Shows tags as the signs that were typed, and a link that leads to no website as its words alone. */
const plainMarkdown = defineMdastPlugin({
  name: 'plain-markdown',
  html(node, context) {
    const text = { type: 'text' as const, value: node.value };
    const inline = INLINE_PARENTS.has(context.parent(node)?.type ?? '');
    context.replaceNode(node, inline ? text : { type: 'paragraph', children: [text] });
  },
  link(node, context) {
    if (!ADDRESS.test(node.url)) context.replaceNode(node, [...node.children]);
  },
  definition(node, context) {
    if (!ADDRESS.test(node.url)) context.removeNode(node);
  },
});

/** After the tags have become words. */
const frenchTypography = defineMdastPlugin({ name: 'french-typography', before: typesetTree });

/**
 * Renders a reader's Markdown: emphasis, links, lists, quotations and code, and nothing else.
 * What is written as HTML is shown as it was written. Links carry `nofollow ugc` (schema.org, Google).
 */
export function renderCommentText(text: string): string {
  const { html } = markdownToHtml(text, {
    mdastPlugins: [plainMarkdown, frenchTypography],
    features: { gfm: { footnotes: false }, frontmatter: false, directive: false },
  });
  return sanitize(html, {
    allowedTags: ELEMENTS,
    allowedAttributes: { a: ['href', 'rel'] },
    allowedSchemes: ['https', 'http', 'mailto'],
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

/** How many links a reader's text holds. */
export function countLinks(text: string): number {
  return renderCommentText(text).match(/<a href/gu)?.length ?? 0;
}

import sanitize from 'sanitize-html';

/** What a feed reader shows; the rest gives way to its own content, or goes with it. */
const ELEMENTS = [
  ...['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'cite', 'pre', 'code', 'hr', 'br'],
  ...['a', 'em', 'i', 'strong', 'b', 'sup', 'sub', 'abbr', 'time', 'q', 'del', 'mark', 'span', 'aside'],
  ...['figure', 'figcaption', 'img', 'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'],
];
const DROPPED = ['script', 'style', 'svg', 'template', 'summary'];

/**
 * Makes of a page's HTML what a feed can carry: no script, no style, no drawing, absolute addresses.
 *
 * @param html a part of the page
 * @param page absolute address of that page, against which its links are read
 */
export function htmlForFeed(html: string, page: string): string {
  const absolute = (address = '') =>
    address && URL.canParse(address, page) ? new URL(address, page).href : '';
  return sanitize(html, {
    allowedTags: ELEMENTS,
    allowedAttributes: {
      '*': ['lang', 'dir', 'aria-hidden'],
      ol: ['start'],
      a: ['href'],
      img: ['src', 'alt', 'width', 'height'],
      time: ['datetime'],
      th: ['scope', 'colspan', 'rowspan'],
      td: ['colspan', 'rowspan'],
    },
    nonTextTags: DROPPED,
    // What nobody needs to hear twice, nobody needs to read twice without its style.
    exclusiveFilter: ({ attribs }) => attribs['aria-hidden'] === 'true',
    transformTags: {
      div: describeDrawing,
      p: raiseTitle,
      a: (tagName, { href, ...attribs }) => ({ tagName, attribs: { ...attribs, href: absolute(href) } }),
      img: (tagName, { src, ...attribs }) => ({ tagName, attribs: { ...attribs, src: absolute(src) } }),
    },
  })
    .replace(/\n\s*\n/gu, '\n')
    .trim();
}

/** A drawing gives way to its description. */
function describeDrawing(
  tagName: string,
  { role, 'aria-label': label = '' }: sanitize.Attributes,
): sanitize.Tag {
  return role === 'img' ? { tagName: 'p', attribs: {}, text: label } : { tagName, attribs: {} };
}

/** What stands out by its style stays strong without it; it heads no part of the article. */
function raiseTitle(tagName: string, { class: names = '', ...attribs }: sanitize.Attributes): sanitize.Tag {
  return { tagName: /\b(?:title|value)\b/u.test(names) ? 'strong' : tagName, attribs };
}

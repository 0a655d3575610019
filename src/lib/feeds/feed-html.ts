import sanitize from 'sanitize-html';

/** Elements that feeds may contain; others are replaced by their content. */
const ELEMENTS = [
  ...['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'cite', 'pre', 'code', 'hr', 'br'],
  ...['a', 'em', 'i', 'strong', 'b', 'sup', 'sub', 'abbr', 'time', 'q', 'del', 'mark', 'span', 'aside'],
  ...['figure', 'figcaption', 'img', 'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'],
];
/** Elements removed with their content. */
const DROPPED = ['script', 'style', 'svg', 'template', 'summary'];

/**
 * Converts HTML of a page for a feed: no scripts, styles or drawings, absolute addresses.
 *
 * @param html a part of the page
 * @param page absolute address of that page, against which links are resolved
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
    // Elements hidden from screen readers are decorative, and make no sense without styles.
    exclusiveFilter: ({ attribs }) => attribs['aria-hidden'] === 'true',
    transformTags: {
      div: describeDrawing,
      p: emphasizeTitle,
      a: (tagName, { href, ...attribs }) => ({ tagName, attribs: { ...attribs, href: absolute(href) } }),
      img: (tagName, { src, ...attribs }) => ({ tagName, attribs: { ...attribs, src: absolute(src) } }),
    },
  })
    .replace(/\n\s*\n/gu, '\n')
    .trim();
}

/** Replaces a drawing by its description. */
function describeDrawing(
  tagName: string,
  { role, 'aria-label': label = '' }: sanitize.Attributes,
): sanitize.Tag {
  return role === 'img' ? { tagName: 'p', attribs: {}, text: label } : { tagName, attribs: {} };
}

/** Turns titles and values, which style sheets emphasize on pages, into `strong`. */
function emphasizeTitle(
  tagName: string,
  { class: names = '', ...attribs }: sanitize.Attributes,
): sanitize.Tag {
  return { tagName: /\b(?:title|value)\b/u.test(names) ? 'strong' : tagName, attribs };
}

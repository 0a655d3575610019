import type { BodyHeading, BodyNode } from '#model/compiled-body.ts';

const HEADING = /<h([1-6])(?: class="[^"]*")? id="([^"]*)">(.*?)<\/h\1>/gsu;
/** The call of a footnote, which leads away from the heading it stands in. */
const NOTE_CALL = /<sup><a [^>]*data-footnote-ref[^>]*>[^<]*<\/a><\/sup>/gu;
/** Links, pictures and line ends, which a link cannot hold. */
const NOT_IN_LINKS = /<\/?a(?: [^>]*)?>|<img [^>]*>|<br>/gu;

/** The headings of a compiled text, in order. */
export function headingsOf(nodes: readonly BodyNode[]): BodyHeading[] {
  return [...htmlOf(nodes).matchAll(HEADING)].map(([, level, slug = '', html = '']) => ({
    depth: Number(level),
    slug,
    html: html
      .replace(NOTE_CALL, '')
      .replace(NOT_IN_LINKS, (tag) => (tag === '<br>' ? ' ' : ''))
      .trim(),
  }));
}

/** Components that stand in a heading count for their words. */
function htmlOf(nodes: readonly BodyNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : htmlOf(node.children))).join('');
}

/**
 * Parts of HTML that this project wrote itself: every element is closed, every attribute is quoted. For a
 * document of unknown hands, a parser is needed.
 */

/** An element found in HTML. */
export interface HtmlPart {
  /** Its first tag, with its attributes. */
  tag: string;
  /** What stands in it. */
  inside: string;
}

/**
 * Finds the first element whose first class this is, or the first of a name.
 *
 * @param wanted `.lead`, `h1` or `source`
 */
export function findPart(html: string, wanted: string): HtmlPart | null {
  return findParts(html, wanted, 1)[0] ?? null;
}

/** Finds all of them, in order; one that stands in another is left out. */
export function findParts(html: string, wanted: string, most = Infinity): HtmlPart[] {
  const mark = wanted.startsWith('.') ? `class="${wanted.slice(1)}` : `<${wanted}`;
  const found: HtmlPart[] = [];
  let at = html.indexOf(mark);
  while (at >= 0 && found.length < most) {
    const start = html.lastIndexOf('<', at);
    const tag = /^<[^>"]*(?:"[^"]*"[^>"]*)*>/u.exec(html.slice(start, start + LONGEST_TAG))?.[0];
    if (!tag || !/["\s>/]/u.test(html.charAt(at + mark.length))) {
      at = html.indexOf(mark, at + 1);
      continue;
    }
    const end = endOf(html, /^<([\w-]+)/u.exec(tag)?.[1] ?? '', start + tag.length);
    found.push({ tag, inside: html.slice(start + tag.length, end) });
    at = html.indexOf(mark, Math.max(end, at + 1));
  }
  return found;
}

/** A tag with the addresses of a picture in all its sizes, and much more. */
const LONGEST_TAG = 20_000;

/** Where the element that was opened before a place is closed; there, for one that has no end. */
function endOf(html: string, name: string, start: number): number {
  const tags = new RegExp(`<(/?)${name}(?=[\\s>/])`, 'gu');
  tags.lastIndex = start;
  let depth = 1;
  for (let match = tags.exec(html); match; match = tags.exec(html)) {
    depth += match[1] ? -1 : 1;
    if (depth === 0) return match.index;
  }
  return start;
}

/** An attribute of a tag, as it was meant. */
export function attributeOf(tag: string, name: string): string {
  return decode(new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '');
}

/** The words of some HTML. */
export function textIn(html: string): string {
  return decode(html.replace(/<[^>]*>/gu, '')).trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&#38;': '&',
};

function decode(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#34|#38|#39);/gu, (entity) => ENTITIES[entity] ?? entity);
}

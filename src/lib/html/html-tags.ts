/** An opening tag, its position in the page, and the text of an element that can contain only text. */
export interface OpeningTag {
  name: string;
  /** As written, from `<` to `>`. */
  tag: string;
  start: number;
  /** The content of a script, style, textarea or title; `null` for all other elements. */
  text: string | null;
  /** The index after the tag; for an element that can contain only text, after its end tag. */
  end: number;
}

export interface TagReading {
  /** In page order. */
  tags: OpeningTag[];
  /** The data attributes of all tags, as written; long values are omitted. */
  marks: ReadonlySet<string>;
  /** The values of the `class` attributes of all tags, when they are between double quotes. */
  classes: ReadonlySet<string>;
}

/** Elements whose content is text up to their end tag. */
const TEXT_ALONE = new Set(['script', 'style', 'textarea', 'title']);
const LONGEST_VALUE = 20;

const TAB = 9;
const SPACE = 32;
const DOUBLE = 34;
const SINGLE = 39;
const DASH = 45;
const SLASH = 47;
const EQUALS = 61;
const END = 62;
const SMALL_A = 97;
const SMALL_C = 99;
const SMALL_D = 100;
const SMALL_Z = 122;
const CLASS = 'class="';
/** The bit that turns an ASCII capital into a lower-case letter. */
const SMALL = 32;

/**
 * Reads the opening tags of a page (HTML standard, “Tokenization”). Compares character codes, because a build reads
 * every page and regular expressions are slower.
 *
 * @param names of the elements whose tags are returned
 */
export function readTags(html: string, names: ReadonlySet<string>): TagReading {
  const tags: OpeningTag[] = [];
  const [marks, classes] = [new Set<string>(), new Set<string>()];
  const firsts = new Set([...names, ...TEXT_ALONE].map((name) => name.charCodeAt(0)));
  for (let start = html.indexOf('<'); start >= 0;) {
    const first = html.charCodeAt(start + 1) | SMALL;
    if (first < SMALL_A || first > SMALL_Z) {
      start = html.indexOf('<', afterComment(html, start));
      continue;
    }
    const nameEnd = endOfWord(html, start + 1);
    const tagEnd = readAttributes(html, nameEnd, marks, classes);
    let end = tagEnd;
    if (firsts.has(first)) {
      const name = html.slice(start + 1, nameEnd).toLowerCase();
      const isText = TEXT_ALONE.has(name);
      const closing = isText ? findClosing(html, name, tagEnd) : null;
      if (closing) end = closing.end;
      if (names.has(name)) {
        const text = closing && html.slice(tagEnd, closing.start);
        tags.push({ name, tag: html.slice(start, tagEnd), start, text, end });
      }
    }
    start = html.indexOf('<', end);
  }
  return { tags, marks, classes };
}

/**
 * Returns the index after the comment that begins here (`<!-->` and `--!>` also end one), or `start + 1` when none
 * does.
 */
function afterComment(html: string, start: number): number {
  if (!html.startsWith('<!--', start)) return start + 1;
  const end = /--!?>|(?<=<!--)-?>/gu;
  end.lastIndex = start + 4;
  return end.test(html) ? end.lastIndex : html.length;
}

function endOfWord(html: string, from: number): number {
  let at = from;
  for (; at < html.length; at += 1) {
    const code = html.charCodeAt(at);
    if (code <= SPACE || code === SLASH || code === END || code === EQUALS) break;
  }
  return at;
}

/** Adds the data attributes of a tag to `marks`, and its classes to `classes`. @returns the index after the tag */
function readAttributes(html: string, from: number, marks: Set<string>, classes: Set<string>): number {
  for (let at = from; at < html.length; at += 1) {
    const code = html.charCodeAt(at);
    if (code === END) return at + 1;
    if ((code === DOUBLE || code === SINGLE) && isAfterEquals(html, at))
      at = endOfQuote(html, code === DOUBLE ? '"' : "'", at);
    else if (code >= TAB && code <= SPACE && isData(html, at + 1)) {
      const end = endOfWord(html, at + 1);
      const quoted = html.charCodeAt(end) === EQUALS && html.charCodeAt(end + 1) === DOUBLE;
      const valueEnd = quoted ? endOfQuote(html, '"', end + 1) + 1 : end;
      marks.add(html.slice(at + 1, valueEnd - end > LONGEST_VALUE ? end : valueEnd));
      at = valueEnd - 1;
    } else if (code <= SPACE && html.charCodeAt(at + 1) === SMALL_C && html.startsWith(CLASS, at + 1)) {
      const start = at + CLASS.length;
      at = endOfQuote(html, '"', start);
      classes.add(html.slice(start + 1, at));
    }
  }
  return html.length;
}

/** Only a quote after `=` delimits a value. */
function isAfterEquals(html: string, at: number): boolean {
  let before = at - 1;
  while (html.charCodeAt(before) <= SPACE) before -= 1;
  return html.charCodeAt(before) === EQUALS;
}

function isData(html: string, at: number): boolean {
  return html.charCodeAt(at) === SMALL_D && html.charCodeAt(at + 4) === DASH && html.startsWith('data', at);
}

function endOfQuote(html: string, quote: string, start: number): number {
  const end = html.indexOf(quote, start + 1);
  return end < 0 ? html.length : end;
}

/** Finds the end tag of an element that can contain only text; returns the end of the page when there is none. */
function findClosing(html: string, name: string, from: number): { start: number; end: number } {
  for (let start = html.indexOf('</', from); start >= 0; start = html.indexOf('</', start + 2)) {
    const nameEnd = start + 2 + name.length;
    if (html.slice(start + 2, nameEnd).toLowerCase() !== name) continue;
    const rest = /\s*>/uy;
    rest.lastIndex = nameEnd;
    if (rest.test(html)) return { start, end: rest.lastIndex };
  }
  return { start: html.length, end: html.length };
}

const ATTRIBUTE = /\s([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gu;

/** Returns the attributes of a tag by lower-case name. Character references are not decoded. */
export function attributesOf(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of tag.matchAll(ATTRIBUTE))
    attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '');
  return attributes;
}

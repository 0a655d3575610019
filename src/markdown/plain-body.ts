import { raiseInHtml } from '#lib/html/typeset-html.ts';
import { segmentText } from '#lib/typography/segments.ts';
import { typesetRun } from '#lib/typography/typeset.ts';
import { headingIdAllocator } from '#lib/heading-ids.ts';
import type { BodyComponent, BodyNode } from '#model/compiled-body.ts';

/** A tag, or a text between tags. */
interface Token {
  html: string;
  /** Its words; none in a tag. */
  text: string;
}

type Part = Token[] | { component: BodyComponent; children: Part[] };

const TOKENS = /<(\/?)([a-z][a-z\d]*)(?:[^"<>]|"[^"]*")*>|[^<]+/gu;
const BLANK = /^[ \n]*$/u;
/** Inside them it is still the same sentence. */
const INLINE = new Set(['em', 'strong', 'del', 'a']);
/** They hold sentences. */
const SENTENCES = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const BLOCKS = new Set(['blockquote', 'hr', 'li', 'ol', 'ul', ...SENTENCES]);
const LEFT_ALONE = 'code';
const HEADING = /^<h([1-6])>$/u;

/**
 * Does to the HTML of a text what this room's plugins do to its tree: sets its sentences in French, raises and lowers,
 * names its headings.
 *
 * @param nodes what Sätteri has made of a text by itself
 * @returns `null` for a text with anything but common Markdown and components, where HTML alone does not tell what
 *   belongs to one sentence: the plugins are to set it
 */
export function setPlainBody(nodes: readonly BodyNode[]): readonly BodyNode[] | null {
  const reader = new Reader();
  const parts = reader.readAll(nodes);
  if (!reader.isPlain) return null;
  for (const run of reader.runs) {
    const set = typesetRun(run.map((token) => token?.text ?? null));
    run.forEach((token, index) => {
      if (!token) return;
      const text = set[index] ?? token.text;
      token.html = raiseInHtml(text);
      // What is lowered is another sign then: CO₂, CO<sub>2</sub>.
      token.text = token.html === text ? text : wordsOf(text);
    });
  }
  return write(parts);
}

const isBlank = (token: Token | null | undefined) => token != null && BLANK.test(token.text);

const wordsOf = (text: string) =>
  segmentText(text)
    .map((segment) => segment.text)
    .join('');

/** Finds the sentences of a text. */
class Reader {
  /** Texts that are set together; `null` stands for code. */
  readonly runs: (Token | null)[][] = [];
  isPlain = true;
  #run: (Token | null)[] = [];
  #sentences = 0;
  #items = 0;
  #isLeftAlone = false;
  /** Whether a component that stands by itself has just ended. */
  #follows = false;

  readAll(nodes: readonly BodyNode[]): Part[] {
    const parts = this.#read(nodes);
    this.#endRun();
    return parts;
  }

  #read(nodes: readonly BodyNode[]): Part[] {
    return nodes.map((node) => (typeof node === 'string' ? this.#readHtml(node) : this.#readComponent(node)));
  }

  #readComponent(component: BodyComponent): Part {
    const stands = this.#sentences === 0;
    // Words beside it, and an item of a list, may be one sentence with it, or stand apart.
    const mayBelong = stands && (this.#items > 0 || this.#run.some((token) => !isBlank(token)));
    if ('lang' in component.attributes || mayBelong) this.isPlain = false;
    if (stands) this.#endRun();
    this.#follows = false;
    const children = this.#read(component.children);
    if (stands) this.#endRun();
    this.#follows = stands;
    return { component, children };
  }

  #readHtml(html: string): Token[] {
    let read = 0;
    const tokens = Array.from(html.matchAll(TOKENS), ([text, end, name]) => {
      read += text.length;
      const token = { html: text, text: name === undefined ? text : '' };
      if (name !== undefined) this.#readTag(name, end === '/');
      else if (!this.#isLeftAlone) this.#readText(token);
      return token;
    });
    if (read !== html.length) this.isPlain = false;
    return tokens;
  }

  #readText(token: Token): void {
    // Plugins see the sign that an entity stands for.
    if (token.text.includes('&') || (this.#follows && !isBlank(token))) this.isPlain = false;
    this.#run.push(token);
  }

  #readTag(name: string, ends: boolean): void {
    if (this.#isLeftAlone) {
      if (ends && name === LEFT_ALONE) this.#isLeftAlone = false;
    } else if (name === LEFT_ALONE) {
      this.#isLeftAlone = true;
      this.#run.push(null);
    } else if (!INLINE.has(name)) {
      if (!BLOCKS.has(name)) this.isPlain = false;
      this.#follows = false;
      this.#endRun();
      if (name === 'li') this.#items += ends ? -1 : 1;
      if (SENTENCES.has(name)) this.#sentences += ends ? -1 : 1;
    }
  }

  /** Without the ends of lines between blocks, which are nobody's words. */
  #endRun(): void {
    if (this.#sentences === 0) {
      while (isBlank(this.#run[0])) this.#run.shift();
      while (isBlank(this.#run.at(-1))) this.#run.pop();
    }
    if (this.#run.length > 0) this.runs.push(this.#run);
    this.#run = [];
  }
}

function write(parts: readonly Part[]): readonly BodyNode[] | null {
  const idOf = headingIdAllocator();
  let isPlain = true;

  const writeHtml = (tokens: readonly Token[]): string => {
    let html = '';
    for (let at = 0; at < tokens.length; at += 1) {
      const { html: start = '' } = tokens[at] ?? {};
      const level = HEADING.exec(start)?.[1];
      if (level === undefined) html += start;
      else {
        const end = tokens.findIndex((token, index) => index > at && token.html === `</h${level}>`);
        const inside = tokens.slice(at + 1, end);
        const text = inside.map((token) => token.text).join('');
        // A heading that a component stands in, or a sign of HTML in code.
        if (end === -1 || text.includes('&')) isPlain = false;
        html += [`<h${level} id="${idOf(text)}">`, ...inside.map((token) => token.html)].join('');
        at = end === -1 ? tokens.length : end - 1;
      }
    }
    return html;
  };
  const writeAll = (list: readonly Part[]): BodyNode[] =>
    list.map((part) =>
      Array.isArray(part) ? writeHtml(part) : { ...part.component, children: writeAll(part.children) },
    );

  const nodes = writeAll(parts);
  return isPlain ? nodes : null;
}

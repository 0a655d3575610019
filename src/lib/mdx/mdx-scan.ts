/** A stretch of MDX that is not plain words, by its place in the text. */
export interface MdxSpan {
  kind: 'code' | 'escape' | 'comment' | 'address' | 'mail' | 'break';
  start: number;
  end: number;
}

const FENCE = /^[ \t]*(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)*(?<mark>`{3,}(?=[^`\n]*$)|~{3,})/u;
const ENDING = /^[ \t>]*(?<mark>`{3,}|~{3,})[ \t]*$/u;
/** What each of these begins with, at the place where one is sought. */
const ADDRESS = /<https?:\/\/[^\s<>]+>/iuy;
const MAIL = /<[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}>/uy;
const BREAK = /<br[ \t]*>/iuy;
/** How comments begin and end, in HTML and in MDX. */
const COMMENTS = [
  ['<!--', '-->'],
  ['{/*', '*/}'],
] as const;
const SIGNS = /[\\`<{]/gu;

/**
 * Finds code, escapes, comments, autolinks and `<br>` in MDX, in one reading: what the parser for MDX would stop at, and
 * what no other check should look into. Comments are `<!-- … -->` and those of MDX.
 */
export function scanMdx(text: string): MdxSpan[] {
  const spans: MdxSpan[] = [];
  const fences = fencesOf(text);
  const runs = new BacktickRuns(text);
  const comments = new CommentEnds(text);
  let fence = 0;
  for (let at = nextSign(text, 0); at < text.length; at = nextSign(text, at)) {
    while (fence < fences.length && (fences[fence]?.end ?? 0) <= at) fence += 1;
    const block = fences[fence];
    const span = block && block.start <= at ? block : spanAt(text, at, runs, comments);
    if (span) spans.push(span);
    at = span ? span.end : at + (text[at] === '`' ? runs.lengthAt(at) : 1);
  }
  return spans;
}

function nextSign(text: string, from: number): number {
  SIGNS.lastIndex = from;
  return SIGNS.exec(text)?.index ?? text.length;
}

function spanAt(text: string, start: number, runs: BacktickRuns, comments: CommentEnds): MdxSpan | null {
  const span = (kind: MdxSpan['kind'], end: number): MdxSpan => ({ kind, start, end });
  if (text[start] === '\\') return span('escape', Math.min(start + 2, text.length));
  if (text[start] === '`') {
    const end = runs.closingOf(start);
    return end === null ? null : span('code', end);
  }
  const comment = comments.endOf(start);
  if (comment !== null) return span('comment', comment);
  for (const [kind, pattern] of [
    ['address', ADDRESS],
    ['mail', MAIL],
    ['break', BREAK],
  ] as const) {
    pattern.lastIndex = start;
    if (pattern.test(text)) return span(kind, pattern.lastIndex);
  }
  return null;
}

/** Where the comments of a text are closed. */
class CommentEnds {
  readonly #text: string;
  /** Ends that were sought in vain: no later one is sought again. */
  readonly #missing = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Of the comment that begins here; `null` where none begins, or it never is closed. */
  endOf(start: number): number | null {
    const end = COMMENTS.find(([opening]) => this.#text.startsWith(opening, start))?.[1];
    if (end === undefined || this.#missing.has(end)) return null;
    const at = this.#text.indexOf(end, start + end.length);
    if (at < 0) this.#missing.add(end);
    return at < 0 ? null : at + end.length;
  }
}

/** Blocks of code between fences, to the end of the text where the last is not closed. */
function fencesOf(text: string): MdxSpan[] {
  const spans: MdxSpan[] = [];
  let open: { mark: string; start: number } | null = null;
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const mark: string | undefined = (open ? ENDING : FENCE).exec(line)?.groups?.['mark'];
    if (mark !== undefined && !open) open = { mark, start };
    else if (mark !== undefined && open && mark.startsWith(open.mark)) {
      spans.push({ kind: 'code', start: open.start, end });
      open = null;
    }
    start = end + 1;
  }
  if (open) spans.push({ kind: 'code', start: open.start, end: text.length });
  return spans;
}

/** The runs of backticks of a text: one of code ends at the next of its length in its paragraph (CommonMark 6.1). */
class BacktickRuns {
  readonly #next = new Map<number, number>();
  readonly #lengths = new Map<number, number>();

  constructor(text: string) {
    const last = new Map<number, number>();
    for (const { 0: run, index } of text.matchAll(/`+|\n[ \t]*(?=\n)/gu)) {
      if (!run.startsWith('`')) last.clear();
      else {
        const before = last.get(run.length);
        if (before !== undefined) this.#next.set(before, index + run.length);
        last.set(run.length, index);
        this.#lengths.set(index, run.length);
      }
    }
  }

  lengthAt(start: number): number {
    return this.#lengths.get(start) ?? 1;
  }

  closingOf(start: number): number | null {
    return this.#next.get(start) ?? null;
  }
}

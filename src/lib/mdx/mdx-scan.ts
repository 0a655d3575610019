/** A part of an MDX text that is not plain prose; offsets are in UTF-16 code units. */
export interface MdxSpan {
  kind: 'code' | 'escape' | 'comment' | 'address' | 'mail' | 'break';
  start: number;
  end: number;
}

const FENCE = /^[ \t]*(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)*(?<mark>`{3,}(?=[^`\n]*$)|~{3,})/u;
const ENDING = /^[ \t>]*(?<mark>`{3,}|~{3,})[ \t]*$/u;
/** Sticky patterns, matched at a given offset. */
const ADDRESS = /<https?:\/\/[^\s<>]+>/iuy;
const MAIL = /<[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}>/uy;
const BREAK = /<br[ \t]*>/iuy;
/** The delimiters of comments, in HTML and in MDX. */
const COMMENTS = [
  ['<!--', '-->'],
  ['{/*', '*/}'],
] as const;
const SPECIAL_CHARACTERS = /[\\`<{]/gu;

/**
 * Finds code, escapes, comments, autolinks and `<br>` in MDX in one pass. The MDX parser would fail on some of them,
 * and no other check should look inside them. Comments are `<!-- … -->` and those of MDX.
 */
export function scanMdx(text: string): MdxSpan[] {
  const spans: MdxSpan[] = [];
  const fences = fencesOf(text);
  const runs = new BacktickRuns(text);
  const comments = new CommentEnds(text);
  let fence = 0;
  for (let at = nextSpecial(text, 0); at < text.length; at = nextSpecial(text, at)) {
    while (fence < fences.length && (fences[fence]?.end ?? 0) <= at) fence += 1;
    const block = fences[fence];
    const span = block && block.start <= at ? block : spanAt(text, at, runs, comments);
    if (span) spans.push(span);
    at = span ? span.end : at + (text[at] === '`' ? runs.lengthAt(at) : 1);
  }
  return spans;
}

function nextSpecial(text: string, from: number): number {
  SPECIAL_CHARACTERS.lastIndex = from;
  return SPECIAL_CHARACTERS.exec(text)?.index ?? text.length;
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

class CommentEnds {
  readonly #text: string;
  /** Closing delimiters with no further match: searching for them again would take quadratic time. */
  readonly #missing = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The end of the comment that begins here; `null` when none begins, or when it is not closed. */
  endOf(start: number): number | null {
    const end = COMMENTS.find(([opening]) => this.#text.startsWith(opening, start))?.[1];
    if (end === undefined || this.#missing.has(end)) return null;
    const at = this.#text.indexOf(end, start + end.length);
    if (at < 0) this.#missing.add(end);
    return at < 0 ? null : at + end.length;
  }
}

/** Fenced code blocks; an unclosed one extends to the end of the text. */
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

/**
 * The runs of backticks of a text. A code span ends at the next run of the same length in its paragraph (CommonMark
 * 6.1).
 */
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

import { scanMdx } from './mdx-scan.ts';

/** MDX that the parser reads, made of what editors write. */
export interface MdxSource {
  /** Comments are gone, autolinks are links, `<br>` is closed; every line is where it was. */
  text: string;
  /** Where a place of that text, counted in UTF-16 units, stands in what was written. */
  toWritten(offset: number): number;
}

/** A stretch of what was written, and the length of what stands for it. */
interface Edit {
  start: number;
  end: number;
  /** In the text that is made. */
  made: number;
  length: number;
}

/** Makes of a text what the parser for MDX reads: it knows neither HTML comments nor autolinks nor unclosed `<br>`. */
export function mdxSource(written: string): MdxSource {
  const edits: Edit[] = [];
  let text = '';
  let from = 0;
  for (const { kind, start, end } of scanMdx(written)) {
    if (kind === 'code' || kind === 'escape') continue;
    const made = madeOf(kind, written.slice(start, end));
    text += written.slice(from, start);
    // Two spaces before a line end would break the line.
    if (kind === 'comment' && /^(?:\s|$)/u.test(written.slice(end, end + 1)))
      text = text.replace(/[ \t]$/u, '');
    edits.push({ start, end, made: text.length, length: made.length });
    text += made;
    from = end;
  }
  if (edits.length === 0) return { text: written, toWritten: (offset) => offset };
  return { text: text + written.slice(from), toWritten: (offset) => placeBefore(edits, offset) };
}

function madeOf(kind: 'comment' | 'address' | 'mail' | 'break', span: string): string {
  if (kind === 'comment') return span.replace(/[^\n]/gu, '');
  if (kind === 'break') return '<br />';
  const address = span.slice(1, -1);
  const words = address.replace(/[!-/:-@[-`{-~]/gu, '\\$&');
  return `[${words}](<${kind === 'mail' ? `mailto:${address}` : address}>)`;
}

function placeBefore(edits: readonly Edit[], offset: number): number {
  let low = 0;
  for (let high = edits.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.made ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const edit = edits[low - 1];
  if (!edit) return offset;
  const after = offset - edit.made - edit.length;
  return after >= 0 ? edit.end + after : Math.min(edit.start + offset - edit.made, edit.end - 1);
}

import { scanMdx } from './mdx-scan.ts';

/** Text that the MDX parser accepts, made from the text of an editor. */
export interface MdxSource {
  /** Without comments, with autolinks as links and `<br>` closed; every line has the same number as before. */
  text: string;
  /** Maps an offset of this text, in UTF-16 code units, to the editor's text. */
  toWritten(offset: number): number;
}

/** A replaced part of the editor's text, and the length of its replacement. */
interface Edit {
  start: number;
  end: number;
  /** Offset in the new text. */
  made: number;
  length: number;
}

/** Converts an editor's text to standard MDX, which allows no HTML comments, autolinks or unclosed `<br>`. */
export function mdxSource(written: string): MdxSource {
  const edits: Edit[] = [];
  let text = '';
  let from = 0;
  for (const { kind, start, end } of scanMdx(written)) {
    if (kind === 'code' || kind === 'escape') continue;
    const made = madeOf(kind, written.slice(start, end));
    text += written.slice(from, start);
    // Two spaces at the end of a line are a line break: removing a comment must not leave them.
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

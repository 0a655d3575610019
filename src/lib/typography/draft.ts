/** Every match of a pattern, and what replaces it: a literal text, or one made from the match. */
interface Replacement {
  pattern: RegExp;
  becomes: string | ((match: RegExpExecArray) => string);
}

export interface Edit {
  at: number;
  /** The number of characters to replace. */
  length: number;
  text: string;
}

/**
 * The text of a paragraph during typesetting. Its stretches (split by emphasis or links) are joined, so that rules can
 * ignore them; the draft tracks where each one ends while the text changes.
 */
export class Draft {
  text: string;
  #ends: number[];

  constructor(stretches: readonly string[]) {
    this.text = stretches.join('');
    let end = 0;
    this.#ends = stretches.slice(0, -1).map((stretch) => (end += stretch.length));
  }

  stretches(): string[] {
    const starts = [0, ...this.#ends];
    return starts.map((start, index) => this.text.slice(start, this.#ends[index]));
  }

  apply({ pattern, becomes }: Replacement): void {
    if (typeof becomes === 'string' && this.#ends.length === 0) {
      this.text = this.text.replace(pattern, becomes);
      return;
    }
    const edits: Edit[] = [];
    for (const match of this.text.matchAll(pattern)) {
      const text = typeof becomes === 'string' ? becomes : becomes(match);
      if (text !== match[0]) edits.push({ at: match.index, length: match[0].length, text });
    }
    this.edit(edits);
  }

  /** @param edits in the order of the text, without overlap */
  edit(edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    const ends: number[] = [];
    let text = '';
    let read = 0;
    let next = 0;
    for (const edit of edits) {
      const { at, removed, added } = narrowed(this.text, edit);
      const shift = text.length - read;
      for (; (this.#ends[next] ?? Infinity) < at; next += 1) ends.push((this.#ends[next] ?? 0) + shift);
      text += this.text.slice(read, at);
      // Text inserted at the start of a match belongs to the stretch after it. Text inserted at the end of a match
      // belongs to the stretch before it.
      const staysBefore = removed === 0 && at === edit.at + edit.length && edit.length > 0;
      for (; (this.#ends[next] ?? Infinity) <= at + removed; next += 1) {
        const isBefore = (this.#ends[next] ?? 0) === at && !staysBefore;
        ends.push(isBefore ? text.length : text.length + added.length);
      }
      text += added;
      read = at + removed;
    }
    const shift = text.length - read;
    for (; next < this.#ends.length; next += 1) ends.push((this.#ends[next] ?? 0) + shift);
    this.text = text + this.text.slice(read);
    this.#ends = ends;
  }
}

/** Removes from an edit the beginning and the end that it does not change. */
function narrowed(text: string, edit: Edit): { at: number; removed: number; added: string } {
  const { at, length, text: added } = edit;
  let start = 0;
  while (start < length && start < added.length && text[at + start] === added[start]) start += 1;
  let end = 0;
  const max = Math.min(length, added.length) - start;
  while (end < max && text[at + length - 1 - end] === added[added.length - 1 - end]) end += 1;
  return { at: at + start, removed: length - start - end, added: added.slice(start, added.length - end) };
}

import { segmentText, type TextSegment } from '#lib/typography/segments.ts';
import { partsOf, type Term } from './question/question.ts';
import { stemOf, withoutAccents } from './question/stem.ts';
import { isStopWord } from './question/stop-words.ts';
import { unfoldText } from './search-text.ts';

/** A part of an excerpt, marked when it matches the question. */
export interface ExcerptPart {
  segments: TextSegment[];
  marked: boolean;
}

/** Length of an excerpt, in words. */
const LENGTH = 32;
/** A word, with the quotation marks and the punctuation around it. */
const AROUND_WORD = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u;

/**
 * Returns the part of a text that contains most of a question, typeset, with the words of the question marked. Returns
 * the beginning of a text that contains none.
 *
 * @param text normalized by `foldText`
 */
export function makeExcerpt(text: string, terms: readonly Term[]): ExcerptPart[] {
  const words = text.split(/\s+/u).filter(Boolean);
  const searched = new Map(
    terms.flatMap((term, rank) => markedParts(term).map((part) => [stemOf(part), rank])),
  );
  const found = words.map((word) =>
    partsOf(word).reduce<number | undefined>((rank, part) => rank ?? searched.get(stemOf(part)), undefined),
  );
  const start = densest(found);
  /** Plain text at even indexes, marked text at odd ones. */
  const texts = [start > 0 && /^[^\p{Lu}\d«"]/u.test(words[start] ?? '') ? '… ' : ''];
  // An excerpt never ends on « l' ».
  const stop = Math.min(start + LENGTH, words.length);
  const last = words[stop - 1]?.endsWith("'") ? stop - 1 : stop;
  for (let place = start; place < last; place += 1) {
    const word = words[place] ?? '';
    const [, before = '', inner = '', after = ''] = AROUND_WORD.exec(word) ?? [];
    const [plain, ...marked] = found[place] === undefined ? [word] : [before, inner, after];
    texts.push((texts.pop() ?? '') + plain, ...marked);
    texts.push(`${texts.pop() ?? ''} `);
  }
  const end = (texts.pop() ?? '').trimEnd();
  texts.push(/[^.!?…]$/u.test(end || words[last - 1] || '') ? `${end}…` : end);
  return texts.flatMap((part, index) =>
    part ? [{ segments: segmentText(unfoldText(part)), marked: index % 2 === 1 }] : [],
  );
}

/** The words of a term to mark. The stop words of a phrase are left out, because they occur everywhere. */
function markedParts({ text }: Term): string[] {
  const parts = partsOf(text);
  const telling = parts.filter((part) => !isStopWord(withoutAccents(part)));
  return telling.length > 0 ? telling : parts;
}

/** Returns the start of the excerpt that contains the most terms, and then the most words of these terms. */
function densest(found: readonly (number | undefined)[]): number {
  let best = { start: 0, value: 0 };
  for (const [place, term] of found.entries()) {
    if (term === undefined) continue;
    const within = found.slice(place, place + LENGTH).filter((other) => other !== undefined);
    const value = new Set(within).size * LENGTH + within.length;
    if (value > best.value) best = { start: place, value };
  }
  // The excerpt begins a few words before the first marked one, to give context.
  return Math.max(0, Math.min(best.start - LENGTH / 4, found.length - LENGTH));
}

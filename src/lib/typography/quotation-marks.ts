import type { Draft } from './draft.ts';
import type { Family } from './rule.ts';

/**
 * “ ” and straight pairs become « », or “ ” inside « » (Imprimerie nationale, « Guillemets »). A mark without its pair
 * is unchanged: it may mean inches, or the quotation may continue in the next paragraph.
 */
export const quotationMarks: Family = {
  needs: /["“”]/u,
  rules: [
    // The marks of minutes and seconds of an angle become primes.
    { pattern: /(?<=°[ \u00A0]?\d{1,2})['’](?!\p{L})/gu, becomes: '′' },
    { pattern: /(?<=′[ \u00A0]?\d{1,2}(?:,\d{1,3})?)["”]/gu, becomes: '″' },
    nestQuotationMarks,
  ],
};

const MARKS = /[«»“”"]/gu;
const BEFORE_OPENING = /[\s([{«“’'–—/\uFDD0\uFDD1-]/u;
const AFTER_CLOSING = /[\s.,;:!?…)\]»”]/u;

interface Mark {
  character: string;
  readonly at: number;
  readonly typed: string;
}

function nestQuotationMarks(draft: Draft): void {
  const { text } = draft;
  const marks = Array.from(text.matchAll(MARKS), ({ 0: character, index }): Mark => ({
    character,
    typed: character,
    at: index,
  }));
  const open: { mark: Mark; isOuter: boolean }[] = [];
  for (const mark of marks) {
    const { character, at } = mark;
    if (character === '«') open.push({ mark, isOuter: true });
    else if (character === '»') {
      while (open.length > 0 && open.pop()?.mark.typed !== '«');
    } else if (
      character === '“' ||
      (character === '"' && opensQuotation(text, at, open.at(-1)?.mark.typed === '"'))
    ) {
      // Only the outermost pair becomes « »; the pairs inside it become “ ”.
      open.push({ mark, isOuter: open.length === 0 });
    } else {
      const opening = open.at(-1);
      if (!opening || opening.mark.typed === '«') continue;
      open.pop();
      opening.mark.character = opening.isOuter ? '«' : '“';
      mark.character = opening.isOuter ? '»' : '”';
    }
  }
  draft.edit(
    marks
      .filter(({ character, typed }) => character !== typed)
      .map(({ character, at }) => ({ at, length: 1, text: character })),
  );
}

function opensQuotation(text: string, at: number, isOpen: boolean): boolean {
  const [before, after] = [text[at - 1], text[at + 1]];
  if (after === undefined) return false;
  if (before === undefined || BEFORE_OPENING.test(before)) return !AFTER_CLOSING.test(after) || !isOpen;
  return !isOpen && /[:;,.!?…)]/u.test(before) && !AFTER_CLOSING.test(after);
}

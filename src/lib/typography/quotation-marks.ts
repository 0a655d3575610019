import type { Draft } from './draft.ts';
import type { Family } from './rule.ts';

/**
 * “ ” and straight pairs become « », or “ ” inside « » (Lexique, « Guillemets »). A mark without its pair is left as it
 * was typed: it may be inches, or the quotation may go on in the next paragraph.
 */
export const quotationMarks: Family = {
  needs: /["“”]/u,
  rules: [
    // Degrees, minutes and seconds of an angle have signs of their own.
    { pattern: /(?<=°[ \u00A0]?\d{1,2})['’](?!\p{L})/gu, becomes: '′' },
    { pattern: /(?<=′[ \u00A0]?\d{1,2}(?:,\d{1,3})?)["”]/gu, becomes: '″' },
    nestQuotationMarks,
  ],
};

const MARKS = /[«»“”"]/gu;
const BEFORE_OPENING = /[\s([{«“’'–—/\uFDD0\uFDD1-]/u;
const AFTER_CLOSING = /[\s.,;:!?…)\]»”]/u;

interface Mark {
  sign: string;
  readonly at: number;
  readonly typed: string;
}

function nestQuotationMarks(draft: Draft): void {
  const { text } = draft;
  const marks = Array.from(text.matchAll(MARKS), ({ 0: sign, index }): Mark => ({
    sign,
    typed: sign,
    at: index,
  }));
  const open: { mark: Mark; isOuter: boolean }[] = [];
  for (const mark of marks) {
    const { sign, at } = mark;
    if (sign === '«') open.push({ mark, isOuter: true });
    else if (sign === '»') {
      while (open.length > 0 && open.pop()?.mark.typed !== '«');
    } else if (sign === '“' || (sign === '"' && opensQuotation(text, at, open.at(-1)?.mark.typed === '"'))) {
      // The outermost mark decides: those inside it are “ ”.
      open.push({ mark, isOuter: open.length === 0 });
    } else {
      const opening = open.at(-1);
      if (!opening || opening.mark.typed === '«') continue;
      open.pop();
      opening.mark.sign = opening.isOuter ? '«' : '“';
      mark.sign = opening.isOuter ? '»' : '”';
    }
  }
  draft.edit(
    marks.filter(({ sign, typed }) => sign !== typed).map(({ sign, at }) => ({ at, length: 1, text: sign })),
  );
}

function opensQuotation(text: string, at: number, isOpen: boolean): boolean {
  const [before, after] = [text[at - 1], text[at + 1]];
  if (after === undefined) return false;
  if (before === undefined || BEFORE_OPENING.test(before)) return !AFTER_CLOSING.test(after) || !isOpen;
  return !isOpen && /[:;,.!?…)]/u.test(before) && !AFTER_CLOSING.test(after);
}

import { partsOf, type Term } from './question.ts';
import { stemOf, withoutAccents } from './stem.ts';
import { isStopWord } from './stop-words.ts';

/** What the ranking reads of a record, folded. */
export interface RankedTexts {
  title: string;
  /** Other names, tags and headings. */
  names: string;
  text: string;
}

/** What words of a question that stand together, in its order, add to a score between 0 and 1. */
const TOGETHER = { title: 1, names: 0.4, text: 0.4 } as const;
/** What words of a question in the title add, wherever they stand. */
const IN_TITLE = 0.6;

/**
 * Scores a record by how its texts hold the terms of a question: in its title, and together. An engine knows only how
 * often a record holds each term.
 *
 * @returns from 0 to 2.4
 */
export function closeness(terms: readonly Term[], { title, names, text }: RankedTexts): number {
  const asked = stemsOf(terms.map((term) => term.text).join(' '));
  const titled = new Set(stemsOf(title));
  const inTitle = asked.filter((stem) => titled.has(stem)).length / asked.length;
  const together =
    asked.length > 1
      ? Object.entries({ title, names, text }).map(
          ([field, value]) =>
            (longestRun(asked, stemsOf(value)) / asked.length) * TOGETHER[field as keyof typeof TOGETHER],
        )
      : [];
  return together.reduce((sum, value) => sum + value, inTitle * IN_TITLE);
}

/** The greatest number of terms, two at least, that stand side by side in a text, in their order; 0 when none do. */
function longestRun(asked: readonly string[], stems: readonly string[]): number {
  let longest = 1;
  for (const [start, stem] of stems.entries()) {
    for (let from = asked.indexOf(stem); from >= 0; from = asked.indexOf(stem, from + 1)) {
      let run = 1;
      while (asked[from + run] !== undefined && asked[from + run] === stems[start + run]) run += 1;
      longest = Math.max(longest, run);
    }
  }
  return longest > 1 ? longest : 0;
}

/** The stems of a text's words, without those that say nothing of a subject. */
function stemsOf(text: string): string[] {
  return partsOf(text)
    .filter((word) => !isStopWord(withoutAccents(word)))
    .map(stemOf);
}

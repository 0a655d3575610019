import { partsOf, type Term } from './question.ts';
import { stemOf, withoutAccents } from './stem.ts';
import { isStopWord } from './stop-words.ts';

/** The texts of a record that ranking uses, normalized by `foldText`. */
export interface RankedTexts {
  title: string;
  /** Other names, tags and headings. */
  names: string;
  text: string;
}

/**
 * Added to a score for words of the question that stand side by side, in the same order, by field: the whole amount
 * when all of them do.
 */
const TOGETHER = { title: 1, names: 0.4, text: 0.4 } as const;
/**
 * Added to a score for words of the question in the title, in any order: the whole amount when all of them are there.
 */
const IN_TITLE = 0.6;

/**
 * Scores a record by the terms of a question that its title contains, and by those that stand side by side. Engines do
 * not measure this: they only count how often a record contains each term.
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

/**
 * The greatest number of terms that stand side by side in a text, in the order of the question; 0 for fewer than two.
 */
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

/** The stems of the words of a text, without stop words. */
function stemsOf(text: string): string[] {
  return partsOf(text)
    .filter((word) => !isStopWord(withoutAccents(word)))
    .map(stemOf);
}

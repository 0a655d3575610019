import { wordsOf } from '#search/words.ts';
import { partsOf } from './question.ts';
import { stemOf, withoutAccents } from './stem.ts';
import { isStopWord } from './stop-words.ts';

/** Number of words by which a phrase is looked up. */
const MAX_ASKED = 2;

/** The words by which an engine looks up a phrase whose positions cost much to read. */
export interface AskedWords {
  words: string[];
  /** Whether they stand side by side in the phrase. */
  areTogether: boolean;
  /** Whether the phrase has no other words. */
  areAll: boolean;
}

/** Chooses the longest words of a phrase, in order; stop words only when it contains nothing else. */
export function askedWords(phrase: string): AskedWords {
  // Engines may index « capital-risque » as one word.
  const all = phrase.split(/\s+/u).filter((word) => partsOf(word).length > 0);
  const telling = [...all.keys()].filter(
    (place) => !partsOf(all[place] ?? '').every((part) => isStopWord(withoutAccents(part))),
  );
  const places = (telling.length > 0 ? telling : [...all.keys()])
    .sort((one, other) => (all[other]?.length ?? 0) - (all[one]?.length ?? 0))
    .slice(0, MAX_ASKED)
    .sort((one, other) => one - other);
  const [first = 0] = places;
  return {
    words: places.map((place) => all[place] ?? ''),
    areTogether: places.every((place, rank) => place === first + rank),
    areAll: places.length === all.length,
  };
}

/** Returns a test of whether one of some texts contains a phrase word for word, in any inflection unless accents are exact. */
export function phraseTest(phrase: string, exactAccents: boolean): (texts: readonly string[]) => boolean {
  const form = exactAccents ? (word: string) => word : stemOf;
  const fold = (text: string) => ` ${wordsOf(text).map(form).join(' ')} `;
  const folded = fold(phrase);
  return (texts) => texts.some((text) => fold(text).includes(folded));
}

import { wordsOf } from '#search/words.ts';
import { partsOf } from './question.ts';
import { stemOf, withoutAccents } from './stem.ts';
import { isStopWord } from './stop-words.ts';

/** The words by which an engine looks up a phrase whose positions cost much to read. */
export interface AskedWords {
  words: string[];
  /** Whether they stand side by side in the phrase. */
  areTogether: boolean;
  /** Whether the phrase has no other words. */
  areAll: boolean;
}

/**
 * Chooses the longest two words of a phrase that stand side by side, or else its longest ones, in order. Stop words are
 * chosen only when it contains nothing else.
 */
export function askedWords(phrase: string): AskedWords {
  // Engines may index « capital-risque » as one word.
  const all = phrase.split(/\s+/u).filter((word) => partsOf(word).length > 0);
  const lengthAt = (place: number) => all[place]?.length ?? 0;
  const isStop = (word: string) => partsOf(word).every((part) => isStopWord(withoutAccents(part)));
  const telling = [...all.keys()].filter((place) => !isStop(all[place] ?? ''));
  const places = telling.length > 0 ? telling : [...all.keys()];
  const [pair] = places
    .filter((place) => places.includes(place + 1))
    .sort((one, other) => lengthAt(other) + lengthAt(other + 1) - lengthAt(one) - lengthAt(one + 1));
  const longest = places.toSorted((one, other) => lengthAt(other) - lengthAt(one)).slice(0, 2);
  const asked = pair === undefined ? longest.sort((one, other) => one - other) : [pair, pair + 1];
  return {
    words: asked.map((place) => all[place] ?? ''),
    areTogether: pair !== undefined || asked.length < 2,
    areAll: asked.length === all.length,
  };
}

/** Returns a test of whether one of some texts contains a phrase word for word, in any inflection unless accents are exact. */
export function phraseTest(phrase: string, exactAccents: boolean): (texts: readonly string[]) => boolean {
  const form = exactAccents ? (word: string) => word : stemOf;
  const fold = (text: string) => ` ${wordsOf(text).map(form).join(' ')} `;
  const folded = fold(phrase);
  return (texts) => texts.some((text) => fold(text).includes(folded));
}

import { memoize } from '#lib/memoize.ts';
import type { Correction } from './engine.ts';
import { parseQuestion, type Term } from './question.ts';
import { withoutAccents } from './stem.ts';
import type { IndexWord } from './word-list.ts';

/** Rewrites French spellings that sound alike as one spelling. */
const SOUNDS: readonly (readonly [spelling: RegExp, sound: string])[] = [
  [/ph/gu, 'f'],
  [/[ck]h/gu, 'k'],
  [/sc(?=[eiy])|ss|c(?=[eiy])|ti(?=on|el|al)/gu, 's'],
  [/qu|[cq]/gu, 'k'],
  [/g(?=[eiy])/gu, 'j'],
  [/eau|au/gu, 'o'],
  [/[ea]i(?!l)/gu, 'e'],
  [/[ea][mn](?![aeiouymn])/gu, 'an'],
  [/[iy][mn](?![aeiouymn])/gu, 'in'],
  [/om(?=[bp])/gu, 'on'],
  [/[yï]/gu, 'i'],
  [/w/gu, 'v'],
  [/z/gu, 's'],
  [/h/gu, ''],
  [/(.)\1+/gu, '$1'],
  [/(?<=..)e?s?$/gu, ''],
];
/** Returns the words of an index that may be the correct spelling of a word. */
export type WordsNear = (word: string) => Promise<readonly IndexWord[]>;

/** The distance between two words that sound alike. */
const SAME_SOUND = 0.5;
/** The cost of a wrong first letter: readers seldom mistype it. */
const FIRST_LETTER = 1.5;
/** Longer words are not corrected. */
const LONGEST = 30;
/** Maximum number of corrections of a question, and of one word. */
const MAX_CORRECTIONS = 4;
/** Number of words whose sounds are cached: more than a few parts of the word list contain. */
const MAX_SOUNDS = 30_000;
/** When a word is split in two, each part has at least this many letters. */
const SHORTEST_PART = 4;

/** A word of the index, and its distance from the typed word, in letters. */
interface NearWord {
  word: string;
  distance: number;
}

/** The maximum distance between a typed word of this length and its correction, in letters. */
function tolerance(length: number): number {
  if (length < 4) return SAME_SOUND;
  return length < 8 ? 1 : 2;
}

/**
 * Proposes corrections of unknown terms: joins two words or splits one, then tries the nearest words of the index, by
 * letters or by sound.
 *
 * @returns the nearest corrections, at most `MAX_CORRECTIONS`; none when no term can be corrected
 */
export async function correctTerms(
  terms: readonly Term[],
  isUnknown: (term: Term) => boolean,
  wordsNear: WordsNear,
): Promise<Correction[]> {
  const isAlone = terms.every(isUnknown);
  let questions: { text: string; distance: number }[] = [{ text: '', distance: 0 }];
  for (let rank = 0; rank < terms.length; rank += 1) {
    const term = terms[rank];
    const next = terms[rank + 1];
    if (!term) break;
    const joined = next && [term, next].some(isUnknown) ? await joinedWord(term, next, wordsNear) : null;
    const typed = { word: term.isPhrase ? `"${term.text}"` : term.text, distance: 0 };
    const isWanted = joined === null && isUnknown(term) && !term.isPhrase;
    const near = isWanted ? await meantBy(term.text, isAlone, wordsNear) : [];
    if (joined !== null) rank += 1;
    const choices =
      joined !== null ? [{ word: joined, distance: SAME_SOUND }] : near.length > 0 ? near : [typed];
    questions = choices
      .flatMap(({ word, distance }) =>
        questions.map((question) => ({
          text: `${question.text} ${word}`,
          distance: question.distance + distance,
        })),
      )
      .sort((one, other) => one.distance - other.distance)
      .slice(0, MAX_CORRECTIONS);
  }
  return questions
    .filter(({ distance }) => distance > 0)
    .map(({ text, distance }) => ({ terms: parseQuestion(text), distance }));
}

/** The word of the index that two terms form together (« start », « up »); `null` when there is none. */
async function joinedWord(term: Term, next: Term, wordsNear: WordsNear): Promise<string | null> {
  if (term.isPhrase || next.isPhrase) return null;
  const joined = withoutAccents(term.text + next.text);
  return (await wordsNear(joined)).find(({ word }) => withoutAccents(word) === joined)?.word ?? null;
}

/** Returns the corrections of one word: a pair of words of the index, and the nearest single words. */
async function meantBy(text: string, isAlone: boolean, wordsNear: WordsNear): Promise<NearWord[]> {
  if (/^\d{4,}$/u.test(text)) return [{ word: `"${groupDigits(text)}"`, distance: SAME_SOUND }];
  if (text.length > LONGEST || !/^[\p{L}'-]+$/u.test(text)) return [];
  const nearest = nearestWords(text, await wordsNear(text), isAlone);
  const split = (nearest[0]?.distance ?? Infinity) > 1 ? await splitWord(text, wordsNear) : null;
  return [...(split === null ? [] : [{ word: split, distance: SAME_SOUND }]), ...nearest];
}

/** Groups digits as texts do: « 12 345 » for « 12345 ». */
const groupDigits = (digits: string) => digits.replace(/(?<=\d)(?=(?:\d{3})+$)/gu, ' ');

/** Splits « creditcarbone » into two words of the index; returns `null` when no split gives two of them. */
async function splitWord(text: string, wordsNear: WordsNear): Promise<string | null> {
  const plain = withoutAccents(text);
  const known = (await wordsNear(plain)).map(({ word }) => word);
  const starts = known.filter(
    (word) => word.length >= SHORTEST_PART && plain.startsWith(withoutAccents(word)),
  );
  for (const start of starts.sort((one, other) => other.length - one.length)) {
    const rest = plain.slice(start.length);
    const end = (await wordsNear(rest)).find(({ word }) => withoutAccents(word) === rest);
    if (end && rest.length >= SHORTEST_PART) return `${start} ${end.word}`;
  }
  return null;
}

/**
 * Finds the words of the index that are nearest to a typed word; of equally near words, the most common first.
 *
 * @param isAlone whether the question has no known word: a distant correction must then be a word of a title, a tag or
 * another name, because any French word resembles some word of the index
 */
export function nearestWords(text: string, words: readonly IndexWord[], isAlone: boolean): NearWord[] {
  const typed = withoutAccents(text);
  const sound = soundOf(typed);
  const most = tolerance(typed.length);
  const reserve = typed.length < 6 ? SAME_SOUND : isAlone && typed.length >= 8 ? 1 : 0;
  const near: (IndexWord & { distance: number })[] = [];
  for (const known of words) {
    const plain = withoutAccents(known.word);
    if (Math.abs(plain.length - typed.length) > 3) continue;
    const bySound = soundOf(plain) === sound ? SAME_SOUND : Infinity;
    const distance = Math.min(bySound, lettersBetween(typed, plain, most));
    if (distance <= most - (known.isName ? 0 : reserve)) near.push({ ...known, distance });
  }
  const byDistance = near.sort((one, other) => one.distance - other.distance || other.rank - one.rank);
  return byDistance[0]?.distance === 0 ? [] : byDistance.slice(0, MAX_CORRECTIONS);
}

/** The approximate sound of a word: readers confuse words that sound alike. */
const soundOf = memoize(
  (plain) => SOUNDS.reduce((word, [spelling, sound]) => word.replace(spelling, sound), plain),
  MAX_SOUNDS,
);

/**
 * The edit distance between two words, in letters that are missing, added, wrong or swapped. A letter wrongly doubled
 * or not doubled counts for half.
 *
 * @param most maximum distance of interest: the result is infinite when it is certainly greater
 */
function lettersBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most * 2) return Infinity;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line += 1) {
    const earlier = before;
    before = row;
    row = [line];
    for (let column = 1; column <= other.length; column += 1) {
      const letter = one[line - 1];
      const target = other[column - 1];
      const isSwapped = letter === other[column - 2] && one[line - 2] === target;
      row.push(
        Math.min(
          at(before, column) + (letter === one[line - 2] ? SAME_SOUND : 1),
          at(row, column - 1) + (target === other[column - 2] ? SAME_SOUND : 1),
          at(before, column - 1) + (letter === target ? 0 : line * column === 1 ? FIRST_LETTER : 1),
          isSwapped ? at(earlier, column - 2) + 1 : Infinity,
        ),
      );
    }
    if (Math.min(...row) > most) return Infinity;
  }
  return at(row, other.length);
}

const at = (row: readonly number[], column: number) => row[column] ?? Infinity;

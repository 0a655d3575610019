import { foldText } from '#search/search-text.ts';
import { isStopWord } from './stop-words.ts';
import { stemOf, withoutAccents } from './stem.ts';

/** A part of a question: a word, a number, a date or a phrase. */
export interface Term {
  /** The text to search: normalized by `foldText`, with the reader's case and accents, without quotes. */
  text: string;
  /** Whether its words must stand side by side, in this order. */
  isPhrase: boolean;
  /** Whether the reader put it in quotes: only then do accents matter. */
  isQuoted: boolean;
  /** Whether it is meaningful, unlike stop words: « le », « comment ». */
  isMeaningful: boolean;
}

/** In characters: a longer question is cut. This bounds the work of one question. */
const LONGEST = 200;
/** Number of meaningful terms that are searched: an engine loads or reads all matches of each. */
const MAX_SEARCHED = 5;

/** Matches a quoted phrase, a date, a number with its separators, or a word with its « # », « + » or leading point. */
const PARTS =
  /"([^"]*)"|(?<day>0?[1-9]|[12]\d|3[01])[/.](?<month>0?[1-9]|1[0-2])[/.](?<year>\d{4})(?!\d)|(?<year2>\d{4})-(?<month2>0[1-9]|1[0-2])-(?<day2>0[1-9]|[12]\d|3[01])(?!\d)|(?<number>\d{1,3}(?: \d{3}){1,4}(?:,\d+)?(?!\d)|\d+[.,]\d+)|(?<word>[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*'?)/gu;
/** A pronoun joined to its verb by a hyphen: « sert-elle », « y a-t-il ». */
const INVERTED = /(?<=\p{L}{3}.*|^a)-(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous|ce)$/iu;
/** Elided words, as `PARTS` finds them: « l' », « qu' ». */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu)'$/iu;

/** Parses a question into its terms, in order and without duplicates. Any text is valid, and may have no terms. */
export function parseQuestion(query: string): Term[] {
  const folded = foldText(query.slice(0, LONGEST).normalize('NFC')).replace(/[«»“”]/gu, '"');
  const terms = new Map<string, Term>();
  for (const match of folded.matchAll(PARTS)) {
    const term = termOf(match);
    if (!term) continue;
    const key = `${term.isPhrase} ${withoutAccents(term.text)}`;
    if (!terms.has(key)) terms.set(key, term);
  }
  return [...terms.values()];
}

/** Returns the words of a phrase, of a number or of a compound (« capital-risque »), as terms. */
export function wordsOfTerm({ text }: Term): Term[] {
  return partsOf(text).map(word);
}

/**
 * Returns the terms of a question by which it is searched, at most `MAX_SEARCHED`: names and numbers first, then the
 * longest ones, which are the rarest.
 */
export function searchedTerms(terms: readonly Term[]): readonly Term[] {
  const worth = ({ text }: Term) => text.length + (/[\p{Lu}\d]/u.test(text) ? LONGEST : 0);
  const best = terms.toSorted((one, other) => worth(other) - worth(one)).slice(0, MAX_SEARCHED);
  return terms.filter((term) => best.includes(term));
}

/** Removes stop words, unless the question contains nothing else. */
export function meaningfulTerms(terms: readonly Term[]): readonly Term[] {
  const meaningful = terms.filter(({ isMeaningful }) => isMeaningful);
  return meaningful.length > 0 ? meaningful : terms;
}

/**
 * Whether a text normalized by `foldText` contains the words of a term, in any inflection, or words that begin with
 * them.
 */
export function holdsTerm({ text }: Term, folded: string): boolean {
  const words = new Set(folded.split(/\s+/u).flatMap((word) => [lettersOf(word), ...partsOf(word)]));
  const holds = (part: string) =>
    [...words].some(
      (word) => stemOf(word) === stemOf(part) || withoutAccents(word).startsWith(withoutAccents(part)),
    );
  return holds(lettersOf(text)) || partsOf(text).every(holds);
}

/** The words of a text, without punctuation and symbols. */
export const partsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
const lettersOf = (text: string) => partsOf(text).join('');

function termOf(match: RegExpExecArray): Term | null {
  const [, quoted] = match;
  const { day, month, year, day2, month2, year2, number, word: found } = match.groups ?? {};
  const written = year ?? year2;
  if (written !== undefined) return phrase(longDay(written, month ?? month2, day ?? day2), false);
  if (quoted !== undefined) return quoted.trim() ? phrase(quoted.trim(), true) : null;
  if (number !== undefined) return phrase(number.replace('.', ','), false);
  if (found === undefined || ELIDED.test(found)) return null;
  return word(found.replace(/'$/u, '').replace(INVERTED, ''));
}

const word = (text: string): Term => ({
  text,
  isPhrase: false,
  isQuoted: false,
  isMeaningful: !isStopWord(withoutAccents(text)),
});

const phrase = (text: string, isQuoted: boolean): Term => ({
  text,
  isPhrase: true,
  isQuoted,
  isMeaningful: true,
});

const longDate = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', dateStyle: 'long' });

/** Formats three numbers as a French date: « 21 juin 2024 ». */
function longDay(year: string, month = '', day = ''): string {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return longDate.format(date).replace(/^1 /u, '1er ');
}

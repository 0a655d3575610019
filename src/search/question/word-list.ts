import { withoutAccents } from './stem.ts';

/** A word of the index. */
export interface IndexWord {
  /** In lower case, with its accents. */
  word: string;
  /** How common it is: the binary logarithm of the number of records that hold it. */
  rank: number;
  /** Whether a title, a tag or another name holds it: what readers search. */
  isName: boolean;
}

/** The list of words of an index, in files that a browser loads when a question finds nothing. */
export interface WordFiles {
  /** First letters of each part, without accents; the whole list is one part, « », unless it is long. */
  prefixes: string[];
  /** The words of each part, compressed, by its first letters. */
  parts: ReadonlyMap<string, string>;
}

/** Folder of the list in that of the index, and the file that names its parts. */
const WORDS_FOLDER = 'words';
export const WORDS_START = `${WORDS_FOLDER}/prefixes.json`;
/** Returns the file of a part of the list. */
export const wordsFile = (prefix: string): string => `${WORDS_FOLDER}/${prefix || 'all'}.txt`;

/** A part has this many characters at most; first letters three at most. */
const LONGEST_PART = 30_000;
const MOST_LETTERS = 3;
/** Ranks are the letters A to M; those of names, N to Z. */
const FIRST_RANK = 65;
const MOST_RANKS = 13;
/** Shorter words, longer words and numbers are not corrected. */
const WORD = /(?<![\p{L}\p{N}])\p{L}{3,30}(?![\p{L}\p{N}])/gu;
/** An entry: the letters it shares with the one before, its other letters, its rank, which is higher for a name. */
const ENTRY = /(\d)([^\d\p{Lu}]*)(\p{Lu})/gu;

/** Words of an index: how many records hold each, and whether it is a name. */
export type WordCounts = Map<string, { count: number; isName: boolean }>;

/** Adds the words of a record, its texts folded, to the counts. */
export function countWords(counts: WordCounts, names: string, text: string): void {
  const named = new Set(names.toLowerCase().match(WORD) ?? []);
  for (const word of new Set([...named, ...(text.toLowerCase().match(WORD) ?? [])])) {
    const known = counts.get(word);
    counts.set(word, { count: (known?.count ?? 0) + 1, isName: known?.isName === true || named.has(word) });
  }
}

/** Writes a list of words: in one part, or in parts by first letters when it is long. */
export function packWords(counts: WordCounts): WordFiles {
  const words = [...counts].map(([word, { count, isName }]) => ({
    word,
    rank: Math.min(Math.floor(Math.log2(count)), MOST_RANKS - 1),
    isName,
  }));
  const sorted = words.sort((one, other) => (one.word < other.word ? -1 : 1));
  const parts = new Map(split(sorted, ''));
  return { prefixes: [...parts.keys()], parts };
}

/** Writes the files of a list, by name: the one that names its parts, and its parts. */
export function wordListFiles(counts: WordCounts): Map<string, string> {
  const { prefixes, parts } = packWords(counts);
  const files = [...parts].map(([prefix, text]) => [wordsFile(prefix), text] as const);
  return new Map([[WORDS_START, JSON.stringify(prefixes)], ...files]);
}

function* split(words: readonly IndexWord[], prefix: string): Generator<readonly [string, string]> {
  const packed = pack(words);
  if (packed.length <= LONGEST_PART || prefix.length === MOST_LETTERS) {
    yield [prefix, packed];
    return;
  }
  const groups = Map.groupBy(words, ({ word }) => withoutAccents(word).slice(0, prefix.length + 1));
  for (const [letters, group] of groups) yield* split(group, letters);
}

function pack(words: readonly IndexWord[]): string {
  let before = '';
  return words
    .map(({ word, rank, isName }) => {
      let shared = 0;
      while (shared < 9 && shared < word.length && word[shared] === before[shared]) shared += 1;
      before = word;
      return `${shared}${word.slice(shared)}${String.fromCharCode(FIRST_RANK + rank + (isName ? MOST_RANKS : 0))}`;
    })
    .join('');
}

/** Reads a part of the list. */
export function unpackWords(packed: string): IndexWord[] {
  let word = '';
  return [...packed.matchAll(ENTRY)].map(([, shared, rest = '', letter = '']) => {
    word = word.slice(0, Number(shared)) + rest;
    const value = letter.charCodeAt(0) - FIRST_RANK;
    return { word, rank: value % MOST_RANKS, isName: value >= MOST_RANKS };
  });
}

/** First letters that are mistaken for one another, or that have one sound. */
const SOUNDS = ['ckq', 'fpv', 'iyhe', 'sczx', 'gj', 'aoeh', 'dt', 'bp', 'mn'];

/**
 * Returns the parts that may hold what a reader meant by a word: those of its own first letters, and those for a first
 * letter that is lost, added, swapped or mistaken for another of the same sound.
 */
export function partsNear(word: string, prefixes: readonly string[]): string[] {
  const plain = withoutAccents(word);
  const [first = '', second = '', ...rest] = plain;
  const alike = SOUNDS.filter((sound) => sound.includes(first)).flatMap((sound) => [...sound]);
  const beginnings = [
    plain,
    plain.slice(1),
    second + first + rest.join(''),
    ...alike.map((letter) => letter + plain.slice(1)),
  ];
  return prefixes.filter((prefix) => beginnings.some((beginning) => beginning.startsWith(prefix)));
}

import { withoutAccents } from './stem.ts';

/** A word of the index. */
export interface IndexWord {
  /** In lower case, with its accents. */
  word: string;
  /** How common it is: the binary logarithm of the number of records that contain it. */
  rank: number;
  /** Whether a title, a tag or another name contains it: readers mostly search such words. */
  isName: boolean;
}

/** The word list of an index, in files that a browser loads when no record contains all words of a question. */
export interface WordFiles {
  /** First letters of the words of each part, without accents. A short list is one part, with an empty prefix. */
  prefixes: string[];
  /** The words of each part, compressed, by its first letters. */
  parts: ReadonlyMap<string, string>;
}

/** Folder of the word list, in the folder of the index. */
const WORDS_FOLDER = 'words';
/** The file that lists the prefixes of the parts. */
export const WORDS_START = `${WORDS_FOLDER}/prefixes.json`;
/** Returns the file of a part of the list. */
export const wordsFile = (prefix: string): string => `${WORDS_FOLDER}/${prefix || 'all'}.txt`;

/** Maximum length of a part, in characters. A part with the longest prefix may exceed it. */
const LONGEST_PART = 30_000;
/** Maximum number of letters of a prefix. */
const MAX_LETTERS = 3;
/** Character code of « A ». Ranks are written as A to M, and those of names as N to Z. */
const FIRST_RANK = 65;
const MAX_RANKS = 13;
/** The words of the list: shorter words, longer words and numbers are not corrected. */
const WORD = /(?<![\p{L}\p{N}])\p{L}{3,30}(?![\p{L}\p{N}])/gu;
/** An entry of the list: the number of letters it shares with the previous one, its other letters, its rank. */
const ENTRY = /(\d)([^\d\p{Lu}]*)(\p{Lu})/gu;

/** The words of an index: how many records contain each, and whether it is a name. */
export type WordCounts = Map<string, { count: number; isName: boolean }>;

/** Adds the words of a record, whose texts are normalized by `foldText`, to the counts. */
export function countWords(counts: WordCounts, names: string, text: string): void {
  const named = new Set(names.toLowerCase().match(WORD) ?? []);
  for (const word of new Set([...named, ...(text.toLowerCase().match(WORD) ?? [])])) {
    const known = counts.get(word);
    counts.set(word, { count: (known?.count ?? 0) + 1, isName: known?.isName === true || named.has(word) });
  }
}

/** Compresses a word list, in one part, or in parts by first letters when it is long. */
export function packWords(counts: WordCounts): WordFiles {
  const words = [...counts].map(([word, { count, isName }]) => ({
    word,
    rank: Math.min(Math.floor(Math.log2(count)), MAX_RANKS - 1),
    isName,
  }));
  const sorted = words.sort((one, other) => (one.word < other.word ? -1 : 1));
  const parts = new Map(split(sorted, ''));
  return { prefixes: [...parts.keys()], parts };
}

/** Returns the contents of the files of a word list, by name: the list of prefixes, then the parts. */
export function wordListFiles(counts: WordCounts): Map<string, string> {
  const { prefixes, parts } = packWords(counts);
  const files = [...parts].map(([prefix, text]) => [wordsFile(prefix), text] as const);
  return new Map([[WORDS_START, JSON.stringify(prefixes)], ...files]);
}

function* split(words: readonly IndexWord[], prefix: string): Generator<readonly [string, string]> {
  const packed = pack(words);
  if (packed.length <= LONGEST_PART || prefix.length === MAX_LETTERS) {
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
      return `${shared}${word.slice(shared)}${String.fromCharCode(FIRST_RANK + rank + (isName ? MAX_RANKS : 0))}`;
    })
    .join('');
}

/** Decompresses a part of the list. */
export function unpackWords(packed: string): IndexWord[] {
  let word = '';
  return [...packed.matchAll(ENTRY)].map(([, shared, rest = '', letter = '']) => {
    word = word.slice(0, Number(shared)) + rest;
    const value = letter.charCodeAt(0) - FIRST_RANK;
    return { word, rank: value % MAX_RANKS, isName: value >= MAX_RANKS };
  });
}

/** Groups of first letters that sound alike or that readers confuse. */
const SOUNDS = ['ckq', 'fpv', 'iyhe', 'sczx', 'gj', 'aoeh', 'dt', 'bp', 'mn'];

/**
 * Returns the prefixes of the parts that may contain the correction of a word: those of its own first letters, and
 * those for a first letter that is missing, added, swapped or confused with another.
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

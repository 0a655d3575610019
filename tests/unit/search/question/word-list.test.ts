import { expect, it } from 'vitest';
import {
  countWords,
  packWords,
  partsNear,
  unpackWords,
  type WordCounts,
} from '#search/question/word-list.ts';

const countsOf = (...records: [names: string, text: string][]) => {
  const counts: WordCounts = new Map();
  for (const [names, text] of records) countWords(counts, names, text);
  return counts;
};

it('holds each word once, in alphabetical order, with how common it is and whether it is a name', () => {
  const counts = countsOf(['Carbone', 'le carbone du carbure, en 2024'], ['', 'Énergie et carbone, 5G']);
  const { prefixes, parts } = packWords(counts);
  expect(prefixes).toEqual(['']);
  expect(unpackWords(parts.get('') ?? '')).toEqual([
    { word: 'carbone', rank: 1, isName: true },
    { word: 'carbure', rank: 0, isName: false },
    { word: 'énergie', rank: 0, isName: false },
  ]);
});

/** A word for every combination of three letters: a list that is long enough to be split. */
const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const many = letters.flatMap((one) =>
  letters.flatMap((two) => letters.map((three) => `${one}${two}${three}${three}${one}${two}mot`)),
);

it('is split by first letters when it is long, without accents, and loses no word', () => {
  const { prefixes, parts } = packWords(countsOf(['', `${many.join(' ')} évident eau`]));
  expect(prefixes.length).toBeGreaterThan(20);
  for (const part of parts.values()) expect(part.length).toBeLessThanOrEqual(30_000);
  const read = [...parts.values()].flatMap(unpackWords).map(({ word }) => word);
  expect(read).toHaveLength(many.length + 2);
  expect(unpackWords(parts.get('e') ?? parts.get('ev') ?? '').map(({ word }) => word)).toContain('évident');
});

it('is read where a word, or what was meant by it, may be', () => {
  const prefixes = letters.slice();
  expect(partsNear('énergie', prefixes)).toEqual(expect.arrayContaining(['e', 'n']));
  expect(partsNear('phorum', prefixes)).toContain('f');
  expect(partsNear('karbone', prefixes)).toContain('c');
  expect(partsNear('mot', prefixes).length).toBeLessThan(6);
  expect(partsNear('mot', [''])).toEqual(['']);
});

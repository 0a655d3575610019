import { memoize } from '#lib/memoize.ts';

/** Endings of French words, in the singular and without accents, the longest first. */
const ENDINGS =
  'issement atrice issaient issante issait issant issent eraient iraient ement ation ateur aient erait irait ante ant ent ion era ira ait ee er ez ir ai a e i u'.split(
    ' ',
  );
/** From words with fewer letters, only the plural is removed. */
const SHORTEST = 5;
/** A stem has at least this many letters, and at least as many as the ending that is removed. */
const SHORTEST_STEM = 3;
/** Number of stems that are cached: those of the texts that a few questions read. */
const MAX_STEMS = 20_000;

/** Converts a text to lower case without accents, so that « Événement » and « evenement » are equal. */
export function withoutAccents(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
}

/**
 * Returns the stem that the inflections of a French word share, in lower case without accents: « obligat » for «
 * obligations », « achet » for « achète » and « acheter ». This light stemmer has a list of endings and no exceptions.
 */
export const stemOf = memoize((word) => {
  const plain = withoutAccents(word);
  if (plain.length < SHORTEST - 1 || /\P{L}/u.test(plain)) return plain;
  const singular = plain
    .replace(/aux$/u, 'al')
    .replace(/(?<=eu)ses?$/u, 'x')
    .replace(/[sx]$/u, '');
  if (singular.length < SHORTEST) return singular;
  const ending = ENDINGS.find(
    (end) => singular.endsWith(end) && singular.length - end.length >= Math.max(SHORTEST_STEM, end.length),
  );
  return singular.slice(0, singular.length - (ending?.length ?? 0)).replace(/([^aeiou])\1$/u, '$1');
}, MAX_STEMS);

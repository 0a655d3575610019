import { memoize } from '#lib/memoize.ts';

/** Endings of French inflections, singular and without accents, the longest first. */
const ENDINGS =
  'issement atrice issaient issante issait issant issent eraient iraient ement ation ateur aient erait irait ante ant ent ion era ira ait ee er ez ir ai a e i u'.split(
    ' ',
  );
/** Shorter words have no ending but a plural; a stem has as many letters as its ending, and these at least. */
const SHORTEST = 5;
const SHORTEST_STEM = 3;
/** Stems that are kept: those of the texts that a few questions read. */
const MOST_STEMS = 20_000;

/** Lower case, without accents: « Événement » and « evenement » are one word. */
export function withoutAccents(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
}

/**
 * Returns what the inflections of a French word have in common, in lower case without accents: « obligat » of
 * « obligations », « achet » of « achète » and « acheter ». It is a light stemmer: it knows endings, and no exceptions.
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
}, MOST_STEMS);

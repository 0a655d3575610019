/** Endings of French inflections, without accents, the longest first. */
const ENDING =
  /(?:issements?|issantes?|eraient|iraient|issaient|issions|issons|issant|issent|assions|erions|erait|erais|irait|eront|erons|aient|antes?|ements?|ations?|ions?|erez|eras?|iers?|ants?|ees?|ais|ait|iez|ent|ons|ant|er|ez|ir|es|is|it|us|[aeisx])$/u;
/** Shorter words have no ending, and a stem has three letters at least. */
const SHORTEST = 5;
const SHORTEST_STEM = 3;

/** Lower case, without accents: « Événement » and « evenement » are one word. */
export function withoutAccents(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
}

/**
 * Returns what the inflections of a French word have in common, in lower case without accents: « obligat » of
 * « obligations », « achet » of « achète » and « acheter ». It is a light stemmer: it knows endings, and no exceptions.
 */
export function stemOf(word: string): string {
  const plain = withoutAccents(word);
  if (plain.length < SHORTEST || /\P{L}/u.test(plain)) return plain;
  const singular = plain.replace(/aux$/u, 'al').replace(/(?<=eu)ses?$/u, 'x');
  const stem = singular.replace(ENDING, '');
  const kept = stem.length >= SHORTEST_STEM ? stem : singular.replace(/[sx]$|es?$/u, '');
  return kept.replace(/([^aeiou])\1$/u, '$1');
}

/** A word of a French text, and its offset. */
export interface Word {
  word: string;
  index: number;
}

/** Addresses, e-mail addresses, hashtags and file names, which the spelling check ignores. */
const NOT_WORDS =
  /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[#@][\p{L}\p{N}_]+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|fr|eu|io|ai|ca|gouv|mdx|yaml|svg|example)(?![\p{L}\p{N}])/gu;
const WORD = /(?<![\p{L}\p{N}])\p{L}[\p{L}\p{M}]*(?:[’'\-‑]\p{L}[\p{L}\p{M}]*)*(?![\p{L}\p{N}])/gu;
const ELIDED = /^(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu|quoiqu)['’](?=.)/iu;
/** Acronyms and their plurals: « CNIL », « RGPD », « PMEs ». */
const ACRONYM = /^\p{Lu}{2,6}s?$/u;

/**
 * Returns the words of a text, except those next to a digit.
 *
 * @param expressions text that matches it is skipped
 */
export function wordsToSpell(text: string, expressions: RegExp | null = null): Word[] {
  const blank = (found: string) => ' '.repeat(found.length);
  const prose = (expressions ? text.replace(expressions, blank) : text).replace(NOT_WORDS, blank);
  return [...prose.matchAll(WORD)].map(({ 0: word, index }) => ({ word, index }));
}

/**
 * Returns the unknown parts of a word. It tries the whole word, then the word without its elision, then each part
 * between hyphens.
 */
export function unknownParts({ word, index }: Word, isKnown: (word: string) => boolean): Word[] {
  if (isFine(word, isKnown)) return [];
  const [elision = ''] = ELIDED.exec(word) ?? [];
  if (elision)
    return unknownParts({ word: word.slice(elision.length), index: index + elision.length }, isKnown);
  return [...word.matchAll(/[^-‑]+/gu)]
    .map((part) => ({ word: part[0], index: index + part.index }))
    .filter((part) => !isFine(part.word, isKnown));
}

function isFine(word: string, isKnown: (word: string) => boolean): boolean {
  const plain = word.normalize('NFC').replaceAll("'", '’').replaceAll('‑', '-');
  if (plain.length === 1 || ACRONYM.test(plain)) return true;
  const lower = plain.charAt(0).toLowerCase() + plain.slice(1);
  return isKnown(plain) || isKnown(lower);
}

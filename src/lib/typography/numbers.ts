import { type Family, NARROW_NO_BREAK, NO_BREAK, pattern, type Rule, SPACE } from './rule.ts';

/** Capitalized words after which a number is a quantity. After any other, it may be part of a name (« Renault 5 »). */
const BEFORE_QUANTITY =
  /^(?:Une?|L[ae]|Ce(?:tte|t)?|Les|[CDLMST]es|[NV]os|Leurs|Quelques?|Environ|Presque|Soit|Seule?s?|Enfin|En|[AÀ]|Aux?|D[eèu]s?|Sur|Sous|Pour|Par|Avec|Dans|Entre|Vers|Contre|Chez|Sans|Et|Ou|Mais|Or|Car|Puis|Plus|Moins|Tous|Toutes|Total|Prix|Coût|Budget|\p{Lu}\p{Ll}+(?:ez|ment))$/u;
const WORD_BEFORE = /(?<![\p{L}\p{N}])([\p{L}\p{N}’'-]+)[ \u00A0\n]$/u;
/** How many characters before a number are searched for a word. */
const LOOKBACK = 30;

/** Narrow no-break spaces between groups of three digits (Imprimerie nationale, « Nombres »). */
const groups: Rule = {
  pattern: /(?<![\p{L}\p{N}.,/])(?<!\p{L}-)(?!0\d)\d{1,3}(?:[ \n\u00A0\u202F]\d{3})+(?!\p{N})/gu,
  becomes: (match) =>
    mayBeTwoNumbers(match) ? match[0] : match[0].replace(/[ \n\u00A0\u202F]/gu, NARROW_NO_BREAK),
};

/**
 * Whether these digits may be two numbers, the end of a name and a quantity: « la Renault 5 100 % électrique », « un
 * Boeing 737 800 fois réparé ».
 */
function mayBeTwoNumbers({ 0: number, index, input }: RegExpExecArray): boolean {
  if (number.includes(NARROW_NO_BREAK)) return false;
  const end = index + number.length;
  if (number.endsWith('100') && /^[ \n\u00A0\u202F]?%/u.test(input.slice(end, end + 2))) return true;
  const word = WORD_BEFORE.exec(input.slice(Math.max(0, index - LOOKBACK), index))?.[1] ?? '';
  // « l’A350 1 000 km »: the name already contains its number.
  return /^[^\d]*\p{Lu}[^\d]*$/u.test(word) && !BEFORE_QUANTITY.test(word);
}

const YEAR = '(?:1[5-9]|20)\\d{2}';
/** Words after which « 2016-1691 » is a reference, not two years: « loi n° 2016-1691 », « RFC 1918-1919 ». */
const NUMBERED =
  '(?<!\\p{L})(?:[nN][°ºo]s?|[lL]ois?|[dD]écrets?|[oO]rdonnances?|[aA]rrêtés?|[dD]irectives?|[rR]èglements?|[dD]écisions?|' +
  '[dD]élibérations?|[cC]irculaires?|[aA]vis|[nN]ormes?|[dD]ossiers?|[rR]éférences?|[rR]éf\\.|RFC|ISO|IEC|IEEE|EN|NF|CVE|' +
  '\\([A-Z]{2}\\))';

/** An en dash between two years, the first before the second. */
const years: Rule = {
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}./-])(?<!${NUMBERED}[ \\n\\u00A0\\u202F]?)(${YEAR})--?(${YEAR})(?![\\p{N}/-])`,
    'gu',
  ),
  becomes: ([range, from = '', to = '']) => (from < to ? `${from}–${to}` : range),
};

export const numbers: Family = {
  needs: /\d[ \n\u00A0\u202F-]\d|\d--\d|[nN][°º]|[§%‰€]|°[CF]/u,
  rules: [
    groups,
    years,
    // A no-break space separates a number from the symbol after it.
    {
      pattern: pattern`\d${SPACE}?(?=[%‰€]|°[CF](?!\p{L}))`,
      becomes: ([found]) => found.charAt(0) + NO_BREAK,
    },
    { pattern: pattern`(?<=(?<!\p{L})[nN][°º]s?)[ \n]?(?=\d)`, becomes: NO_BREAK },
    { pattern: /(?<=§)[ \n]?(?=\d)/gu, becomes: NO_BREAK },
  ],
};

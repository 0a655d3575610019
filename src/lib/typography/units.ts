import { type Family, NO_BREAK, pattern, SPACE, WORD_END, WORD_START } from './rule.ts';

const CARBON = '(?:CO₂(?:-?eq?)?)?';
/** Symbols of two characters or more, recognized even without a space. */
const LONG_UNIT =
  `(?:[kMG]tCO₂(?:-?eq?)?|[tg]CO₂(?:-?eq?)?|[kmµ]g${CARBON}|[kMG]t${CARBON}|[kcdmµn]m[²³23]?|m[²³23]|ha|hl|[cmd]l|` +
  '[kMGT]W(?:h|c)?|Wh|mAh|Ah|k?V|[kMGT]?Hz|dB|[km]?cal|kcal|k?J|[hkM]?Pa|mbar|lm|lx|Ω|[kMGTP][ob](?:\\/s)?|[kMGT]bit\\/s|' +
  'ms|min|mn|chx?|cv|CV)';
/** Symbols that could be a letter or a word: recognized only after a space. */
const SHORT_UNIT = '(?:[mgtslLhWVK]|px|j|ans?|pages?|bar|CHF|EUR|USD|GBP)';
const MONEY = '(?:(?:k|M|Mds?|Mrds?)[€$]|[$£¥](?:US|CA|AU|HK|NZ|CAN)?)';
const QUANTITY = '(?:milliers?|millions?|milliards?|billions?)';
/**
 * The end of a unit. A letter before an apostrophe is a word, not a unit: « En 2020 l’État », « Windows 11 s’impose ».
 */
const UNIT_END = "(?![\\p{L}\\p{N}’'])";

/** The digit at the start of the match, followed by a no-break space. */
const withNoBreak = ([found]: RegExpExecArray) => found.charAt(0) + NO_BREAK;

/**
 * A no-break space between a number and its unit, even where no space was typed (SI Brochure, 5.4.3; Imprimerie
 * nationale, « Unités »). A single letter without a space is ambiguous: « 5G », « iPhone 5s », « 4K ».
 */
export const units: Family = {
  needs: /\d[ \n\u00A0\u202F]?[^\s\d.,;:!?)»’'-]|[%‰€]|m[23]/u,
  rules: [
    // Superscript powers (SI Brochure, 5.2).
    {
      pattern: pattern`(?<=(?:\d${SPACE}?|\/|(?<!\p{L})(?:au|par|le|du|en|de|mille)[ ])[kcdhm]?m)2${WORD_END}`,
      becomes: '²',
    },
    {
      pattern: pattern`(?<=(?:\d${SPACE}?|\/|(?<!\p{L})(?:au|par|le|du|en|de|mille)[ ])[cdm]?m)3${WORD_END}`,
      becomes: '³',
    },
    {
      pattern: pattern`\d(?:[ \n\u202F]|[ ]\n)(?=(?:${LONG_UNIT}|${SHORT_UNIT}|${MONEY}|${QUANTITY})${UNIT_END})`,
      becomes: withNoBreak,
    },
    {
      pattern: pattern`${WORD_START}\d{1,9}(?=(?:${LONG_UNIT}|W|${MONEY})${UNIT_END})`,
      becomes: ([number]) => number + NO_BREAK,
    },
    // The words after a one-letter unit make it unambiguous: « 100g de farine », « 5l d’eau », « 7L/100 km ».
    {
      pattern: pattern`${WORD_START}\d{1,9}(?=[gltmL]${SPACE}(?:de${SPACE}|d[’'])|[lL]\/100)`,
      becomes: ([number]) => number + NO_BREAK,
    },
    // A currency follows a multiple: « 5 Mds € », « 3 millions $ ».
    {
      pattern: pattern`${SPACE}(?=[€$])(?<=\d${SPACE}(?:k|M|Mds?|Mrds?|${QUANTITY})${SPACE})`,
      becomes: NO_BREAK,
    },
    { pattern: pattern`\d${SPACE}(?=(?:k|M|Mds?|Mrds?)${SPACE}[€$])`, becomes: withNoBreak },
  ],
};

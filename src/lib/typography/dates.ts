import { type Family, NO_BREAK, SPACE, WORD_END, WORD_START } from './rule.ts';

const MONTH =
  '(?:(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?!\\p{L})|' +
  '(?:janv|févr?|avr|juill?|sept|oct|nov|déc)\\.)';
/** The start of a number that is not part of a name (« Covid-19 ») or of a decimal. */
const START = '(?<![\\p{L}\\p{N},./\\u202F])(?<!\\p{L}-)';
const HOURS = `(?<=${WORD_START}\\d{1,3})`;

const withMonth = (source: string) => new RegExp(source, 'giu');

/**
 * Typesets dates and hours: « 1er juin », « 21 juin », « 14 h 30 » (Imprimerie nationale, « Dates », « Heure »). A
 * capital is unchanged, because it is right in « le 14 Juillet » and « place du 8 Mai 1945 ».
 */
export const dates: Family = {
  needs: /\d(?:[ \n\u00A0\u202Fhj]|H|er)/u,
  rules: [
    { pattern: withMonth(`1(?<=${START}1)(?=${SPACE}${MONTH})`), becomes: '1er' },
    {
      pattern: withMonth(
        `1(?<=(?<!\\p{L})(?:du|le|les|au)${SPACE}1)(?=${SPACE}(?:au|et|ou)${SPACE}\\d{1,2}${SPACE}${MONTH})`,
      ),
      becomes: '1er',
    },
    { pattern: withMonth(`(?<=${START}(?:\\d{1,2}|1er))${SPACE}(?=${MONTH})`), becomes: NO_BREAK },
    {
      pattern: new RegExp(
        `${HOURS}${SPACE}?[hH]${SPACE}?(?=[0-5]\\d(?:(?:min|mn)(?:[0-5]\\ds?)?)?${WORD_END})`,
        'gu',
      ),
      becomes: `${NO_BREAK}h${NO_BREAK}`,
    },
    {
      pattern: new RegExp(`(?<=${WORD_START}\\d{1,2})m(?:i?n)(?=[0-5]\\ds${WORD_END})`, 'gu'),
      becomes: `${NO_BREAK}min${NO_BREAK}`,
    },
    { pattern: new RegExp(`(?<=\\u00A0min\\u00A0[0-5]\\d)s${WORD_END}`, 'gu'), becomes: `${NO_BREAK}s` },
    { pattern: new RegExp(`${HOURS}[hH]${WORD_END}`, 'gu'), becomes: `${NO_BREAK}h` },
    { pattern: new RegExp(`${HOURS}j(?=/7${WORD_END})`, 'gu'), becomes: `${NO_BREAK}j` },
  ],
};

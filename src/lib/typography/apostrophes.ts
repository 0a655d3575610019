import { type Family, pattern, WORD_END, WORD_START } from './rule.ts';

/** Words that elide before a vowel: « l’ », « qu’ », « lorsqu’ ». */
const ELIDED = `${WORD_START}(?:[cdjlmnstCDJLMNST]|[\\p{L}]{0,6}[qQ][uU])`;

/**
 * The straight apostrophe becomes ’ in an elision, between letters, and before a shortened year (Imprimerie nationale,
 * « Apostrophe »). After a digit it may mean minutes or feet, so it is unchanged.
 */
export const apostrophes: Family = {
  needs: /['ʼ‘´`]/u,
  rules: [
    { pattern: /(?<=\p{L})['ʼ‘´](?=[\p{L}\p{N}«“"\uFDD0\uFDD1])/gu, becomes: '’' },
    { pattern: pattern`(?<=${ELIDED})['ʼ´](?=[^\s'’])`, becomes: '’' },
    { pattern: pattern`(?<=${ELIDED})\x60(?=\p{L})`, becomes: '’' },
    // An apostrophe replaces missing digits or letters: « mai ’68 », « rock ’n’ roll ».
    { pattern: pattern`(?<![^\s(«“])['‘](?=\d\d${WORD_END}(?!['’]))`, becomes: '’' },
    { pattern: /(?<=\p{L}[ \u00A0])['‘]n['’](?=[ \u00A0]\p{L})/gu, becomes: '’n’' },
    // A pair of apostrophes is a third-level quotation.
    {
      pattern: /(?<![^\s([«“])'(?=[\p{L}\p{N}])([^'\n]*[^\s'])'(?![\p{L}\p{N}'])/gu,
      becomes: ([, quoted = '']) => `‘${quoted}’`,
    },
  ],
};

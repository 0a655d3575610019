import { type Family, NARROW_NO_BREAK, NO_BREAK, pattern, SPACES } from './rule.ts';

/** Follows a semicolon that does not begin a smiley: « ;) », « ;-) », « ;-D ». */
const NO_SMILEY = "(?![-^o']?[)(DPp|*])";
const HIGH_MARK = `(?:[!?]|;${NO_SMILEY})`;
const MORE_MARKS = '[;!?]*(?![\\p{L}\\p{N}=;!?])';
const AFTER_COLON = '(?=[\\s«“\\uFDD1]|$)';

/** No-break spaces (Imprimerie nationale, « Ponctuation »): narrow before ; ! ?, full before : and inside « ». */
export const punctuation: Family = {
  needs: /[;!?:«»()…]|\.\.|[ \n\u00A0\u202F][,.]/u,
  rules: [
    { pattern: /(?<!\.)\.{3,}/gu, becomes: '…' },
    { pattern: /(?<=(?<!\p{L})[eE]tc)(?:\.?…|\.{2,})/gu, becomes: '.' },
    { pattern: pattern`[;!?]${SPACES}(?=[!?]|;${NO_SMILEY})`, becomes: ([run]) => run.charAt(0) },
    {
      pattern: pattern`[ \n\u00A0\u202F](?<=[^\s([«;!?]\s)[ \n\u00A0\u202F]*(?=${HIGH_MARK}${MORE_MARKS})`,
      becomes: NARROW_NO_BREAK,
    },
    {
      pattern: pattern`${HIGH_MARK}(?<=[^\s([«;!?][;!?])${MORE_MARKS}`,
      becomes: ([run]) => NARROW_NO_BREAK + run,
    },
    {
      pattern: pattern`[ \n\u00A0\u202F](?<=[^\s([«:]\s)[ \n\u00A0\u202F]*:${AFTER_COLON}`,
      becomes: `${NO_BREAK}:`,
    },
    { pattern: pattern`:(?<=[^\s([«:]:)(?<!(?<!\S):[a-z_]{1,30}:)${AFTER_COLON}`, becomes: `${NO_BREAK}:` },
    { pattern: /«[ \n\u00A0\u202F]*(?=[^\s»])/gu, becomes: `«${NO_BREAK}` },
    { pattern: /[ \n\u00A0\u202F](?<=[^\s«]\s)[ \n\u00A0\u202F]*»/gu, becomes: `${NO_BREAK}»` },
    { pattern: /»(?<=[^\s«]»)/gu, becomes: `${NO_BREAK}»` },
    // Spaces are added around a quotation: « mot :« cité »dit-il ».
    { pattern: /«(?<=[\p{L}\p{N},;:!?.…)]«)/gu, becomes: ' «' },
    { pattern: /»(?=[\p{L}\p{N}(])/gu, becomes: '» ' },
    { pattern: pattern`\(${SPACES}(?=[^\s)])`, becomes: '(' },
    {
      pattern: pattern`[ \n\u00A0\u202F](?<=[^\s([«–;:!?-]\s)[ \n\u00A0\u202F]*(?=(?:[,…]|\.(?!\.)|\))(?![\p{L}\p{N}.]))`,
      becomes: '',
    },
  ],
};

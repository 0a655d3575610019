import { type Family, NO_BREAK, pattern, ROMAN, SPACE, WORD_END, WORD_START } from './rule.ts';

const NUMBER = `${WORD_START}(?:\\d{1,9}|${ROMAN})`;

/** 1er, 1re, 2e, XXIe and plurals, without « ème », « ère » or « è » (Imprimerie nationale, « Adjectifs ordinaux »). */
export const ordinals: Family = {
  needs: /[\dIVX](?:[ieè]|r)|[LCDM]{2}[ieè]/u,
  rules: [
    { pattern: pattern`(?<=${WORD_START}[1I])i?[èe]re(?=s?${WORD_END})`, becomes: 're' },
    { pattern: pattern`(?<=${WORD_START}1)ier(?=s?${WORD_END})`, becomes: 'er' },
    { pattern: pattern`(?<=${NUMBER})(?:i?[èe]me|è)(?=s?${WORD_END})`, becomes: 'e' },
    { pattern: pattern`(?<=${NUMBER}er?)${SPACE}(?=siècles?(?!\p{L}))`, becomes: NO_BREAK },
  ],
};

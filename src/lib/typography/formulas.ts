import { type Family, pattern, WORD_END, WORD_START } from './rule.ts';

/** Subscript digits in CO₂ and other gases, also after a unit: « tCO₂e », « gCO₂/km ». */
export const formulas: Family = {
  needs: /CO2|CH4|H2O|N2O|[NS]O2|NH3|SF6/u,
  rules: [
    {
      pattern: pattern`(?<=${WORD_START}(?:[kMG]?t|[km]?g)?CO)2(?=(?:-?eq?)?${WORD_END})`,
      becomes: '₂',
    },
    { pattern: pattern`(?<=${WORD_START}[NS]O)2${WORD_END}`, becomes: '₂' },
    { pattern: pattern`(?<=${WORD_START}[HN])2(?=O${WORD_END})`, becomes: '₂' },
    { pattern: pattern`(?<=${WORD_START}NH)3${WORD_END}`, becomes: '₃' },
    { pattern: pattern`(?<=${WORD_START}CH)4${WORD_END}`, becomes: '₄' },
    { pattern: pattern`(?<=${WORD_START}SF)6${WORD_END}`, becomes: '₆' },
  ],
};

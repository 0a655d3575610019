import { abbreviations } from './abbreviations.ts';
import { apostrophes } from './apostrophes.ts';
import { dashes } from './dashes.ts';
import { dates } from './dates.ts';
import { type Stretches, typesetWith } from './engine.ts';
import { formulas } from './formulas.ts';
import { numbers } from './numbers.ts';
import { ordinals } from './ordinals.ts';
import { decodeSpaces } from './protect.ts';
import { punctuation } from './punctuation.ts';
import { quotationMarks } from './quotation-marks.ts';
import { units } from './units.ts';

const FAMILIES = [
  apostrophes,
  quotationMarks,
  ordinals,
  dates,
  numbers,
  formulas,
  units,
  abbreviations,
  dashes,
  punctuation,
];

/**
 * Typesets French prose: spaces, quotation marks, apostrophes, dashes, ordinals, dates, units. Pure, idempotent, linear.
 * Code, addresses, tags, entities and MDX expressions are unchanged, except the entities of no-break spaces, which are
 * decoded.
 *
 * @param text as an editor wrote it
 */
export function typeset(text: string): string {
  return typesetRun([decodeSpaces(text)])[0] ?? '';
}

/**
 * Typesets the stretches of one paragraph together, so that rules apply across emphasis and links.
 *
 * @param stretches texts with their entities decoded; `null` for what is not French prose
 * @returns the same number of stretches; `null` stays `null`
 */
export function typesetRun(stretches: Stretches): (string | null)[] {
  return typesetWith(FAMILIES, stretches);
}

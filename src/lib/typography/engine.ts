import { Draft } from './draft.ts';
import { Protection } from './protect.ts';
import { type Family, OPAQUE } from './rule.ts';

/** The texts of a paragraph, in order; `null` marks what is not French prose (code, a picture). */
export type Stretches = readonly (string | null)[];

/**
 * Maximum number of passes. A rule may create a match for another rule, so all rules run until the text no longer
 * changes.
 */
const MAX_PASSES = 6;

/** Typesets the stretches of one paragraph together, by the rules of these families. */
export function typesetWith(families: readonly Family[], stretches: Stretches): (string | null)[] {
  let texts = stretches.map((stretch) => stretch ?? OPAQUE);
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const set = typesetOnce(families, texts, stretches);
    if (set.every((text, index) => text === texts[index])) break;
    texts = set;
  }
  return texts.map((text, index) => (stretches[index] === null ? null : text));
}

function typesetOnce(families: readonly Family[], texts: readonly string[], stretches: Stretches): string[] {
  const protection = new Protection();
  const draft = new Draft(
    texts.map((text, index) => (stretches[index] === null ? OPAQUE : protection.hide(text))),
  );
  for (const { needs, rules } of families) {
    if (!needs.test(draft.text)) continue;
    for (const rule of rules) {
      if (typeof rule === 'function') rule(draft);
      else draft.apply(rule);
    }
  }
  return protection.restore(draft.stretches());
}

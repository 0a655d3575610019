import type { Draft, Edit } from './draft.ts';
import { type Family, NO_BREAK } from './rule.ts';

/** A dash between spaces, or before the punctuation after an aside. */
const DASH = /(?<=[^\s–—-])[ \u00A0\n](?:-{1,3}|–|—)(?=[ \u00A0\n][^\s–—-]|[,;:.!?…)])/gu;
/** The end of a sentence, except after abbreviations and initials: « M. Dupont », « av. J.-C. ». */
const SENTENCE_END =
  /(?<![ \u00A0(](?:M|MM|Me|Dr|Pr|cf|art|p|pp|av|apr|vol|\p{Lu}))(?<!\p{Lu})[.!?…]+[ \u00A0\n»]+(?=[\p{Lu}«])/gu;
const CAPITALS = /^(?:\p{Lu}[\p{L}’'-]*[ \u00A0]?)+$/u;
const WORD = /\p{L}{2}/u;

/**
 * Sets a pair of dashes around an aside: en dashes, with no-break spaces inside (Imprimerie nationale, « Tiret »).
 * Dashes also occur in lists of stations, breadcrumbs and subtractions, so the sentence must continue after the second
 * one.
 */
function typesetAsides(draft: Draft): void {
  const { text } = draft;
  const dashes = Array.from(text.matchAll(DASH), ({ 0: dash, index }) => ({
    at: index,
    end: index + dash.length,
  }));
  if (dashes.length < 2) return;
  const ends = Array.from(text.matchAll(SENTENCE_END), ({ 0: end, index }) => index + end.length);
  const edits: Edit[] = [];
  let next = 0;
  let start = 0;
  for (const end of [...ends, text.length]) {
    const inside: typeof dashes = [];
    for (let dash = dashes[next]; dash && dash.at < end; dash = dashes[next]) {
      inside.push(dash);
      next += 1;
    }
    const [opening, closing] = inside;
    if (opening && closing && inside.length === 2) {
      const sentence = text.slice(start, end);
      if (isAside(sentence, opening.at - start, opening.end - start, closing.at - start, closing.end - start))
        edits.push(
          { at: opening.at, length: opening.end + 1 - opening.at, text: ` –${NO_BREAK}` },
          { at: closing.at, length: closing.end - closing.at, text: `${NO_BREAK}–` },
        );
    }
    start = end;
  }
  draft.edit(edits);
}

function isAside(sentence: string, opening: number, from: number, to: number, closing: number): boolean {
  const before = sentence.slice(0, opening).trimStart();
  const aside = sentence.slice(from, to).trim();
  const after = sentence.slice(closing);
  if (!WORD.test(aside) || !/^(?:[ \u00A0\n][\p{Ll}«“’]|[,;:)])/u.test(after)) return false;
  // A single word before the first dash opens a list, not an aside: « Accueil - recettes - desserts ».
  if (/^[\p{L}-]+$/u.test(before)) return false;
  // After a proper name, another one between dashes is no aside: « la ligne Paris - Lyon - retardée ».
  const last = /[\p{L}’'-]*$/u.exec(before.slice(-40))?.[0] ?? '';
  if (CAPITALS.test(aside) && /^\p{Lu}/u.test(last)) return false;
  // One or two words that begin with a digit are no aside: « Atelier sur les objectifs - 5 min - en salle ».
  return /^[\p{L}«“(]/u.test(aside) || aside.split(/[ \u00A0\u202F]/u).length > 2;
}

export const dashes: Family = {
  needs: /[ \u00A0\n][-–—]|^—|\d--\d/u,
  rules: [
    typesetAsides,
    // Two or three hyphens stand for a dash, as on a typewriter.
    { pattern: /(?<=[^\s–—-])[ \u00A0]--[ \u00A0](?=[^\s–—-])/gu, becomes: ' – ' },
    { pattern: /(?<=[^\s–—-])[ \u00A0]---[ \u00A0](?=[^\s–—-])/gu, becomes: ' — ' },
    { pattern: /(?<=\d)--(?=\d)/gu, becomes: '–' },
    // A no-break space follows the dash of a line of dialogue.
    { pattern: /^—[ ]?(?=[\p{L}«])/gu, becomes: `—${NO_BREAK}` },
  ],
};

import { NARROW_NO_BREAK, NO_BREAK, RULES } from './typography-rules.ts';

// Noncharacters: they cannot stand in real text, so they can stand for what rules must not see.
const KEPT = '\uFDD0';
const BOUNDARY = '\uFDD1';
const OPAQUE = '\uFDD2';
/** Between paragraphs that are set together: no rule sees across the line ends around it. */
const PARAGRAPH = '\n\uFDD3\n';
const MARKERS = /[\uFDD0-\uFDD3]/gu;

/** Code, URLs, e-mail addresses, MDX expressions, tags and entities: never touched. */
const UNTOUCHED =
  /`+[^`]*`+|(?:https?|ftp|mailto|tel|data):[^\s<>«»"“”]+|www\.[^\s<>«»"“”]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\{(?:[^{}]|\{[^{}]*\})*\}|<\/?[a-zA-Z][^<>]*>|&(?:#\d+|#x[\da-fA-F]+|[a-zA-Z]\w*);/gu;

const SPACE_ENTITIES: readonly (readonly [RegExp, string])[] = [
  [/&(?:nbsp|#160|#x[aA]0);/gu, NO_BREAK],
  [/&(?:#8239|#x202[fF]);/gu, NARROW_NO_BREAK],
];

/** What may be untouched, or an entity. */
const SIGN_OF_UNTOUCHED = /[`@{<&]|www\.|(?:https?|ftp|mailto|tel|data):/u;
/** Without any of these, no quotation mark becomes another. */
const CHANGING_SIGNS = ['"', '“', '”'];
/** What a text may hold beside places of rules: what may be untouched, and marks that may become others. */
const UNTOUCHED_MAYBE = 1 << RULES.length;
const CHANGING_MARKS = UNTOUCHED_MAYBE << 1;

/** Finds where a text may have something to set, as bits: one for each rule, and those two. */
export type FindPlaces = (text: string) => number;
const EVERYWHERE: FindPlaces = () => -1;

const QUOTATION_MARKS = /[«»“”"\uFDD3]/gu;

/** A text that is not stable after so many passes is left as the last pass made it. */
const MAX_PASSES = 6;

/**
 * Sets French prose: spaces, quotation marks, apostrophes, dashes, ordinals, dates, units.
 * Pure and idempotent. Code, URLs, e-mail addresses, tags, entities and MDX expressions come out as
 * they went in, but for the entities of no-break spaces, which become those spaces.
 */
export function typeset(text: string): string {
  return typesetRun([text])[0] ?? '';
}

/** A paragraph's texts in order; `null` stands for what is not prose (code, picture). */
export type Stretches = readonly (string | null)[];

/**
 * Sets the stretches of one paragraph together, so that a rule sees across an emphasis or a link.
 *
 * @param find spares a build the rules that a text has no place for
 * @returns as many stretches; `null` stays `null`
 */
export function typesetRun(stretches: Stretches, find = EVERYWHERE): (string | null)[] {
  return cut(stretches, untilStable(joined(stretches), find));
}

/** Sets many paragraphs as `typesetRun` sets each, and faster: a rule is sought, and tried, in all at once. */
export function typesetRuns(runs: readonly Stretches[], find: FindPlaces): (string | null)[][] {
  const texts = runs.map(joined);
  const whole = texts.join(PARAGRAPH);
  const places = find(whole);
  if (!mayHoldUntouched(whole, places)) {
    const set = untilStable(whole, find, places).split(PARAGRAPH);
    return runs.map((stretches, index) => cut(stretches, set[index] ?? ''));
  }
  // What is not touched may begin in one paragraph, and end in another.
  const plain = texts.filter((text) => !mayHoldUntouched(text, find(text)));
  const set = untilStable(plain.join(PARAGRAPH), find).split(PARAGRAPH);
  const setPlain = new Map(plain.map((text, index) => [text, set[index] ?? text]));
  return runs.map((stretches, index) => {
    const text = texts[index] ?? '';
    return cut(stretches, setPlain.get(text) ?? untilStable(text, find));
  });
}

const mayHoldUntouched = (text: string, places: number): boolean =>
  (places & UNTOUCHED_MAYBE) !== 0 && SIGN_OF_UNTOUCHED.test(text);

const joined = (stretches: Stretches): string =>
  stretches.map((stretch) => (stretch === null ? OPAQUE : stretch.replace(MARKERS, ''))).join(BOUNDARY);

function cut(stretches: Stretches, text: string): (string | null)[] {
  const parts = text.split(BOUNDARY);
  return stretches.map((stretch, index) => (stretch === null ? null : (parts[index] ?? stretch)));
}

function untilStable(text: string, find: FindPlaces, places = find(text)): string {
  let stable: Draft = { text, places };
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const next = typesetOnce(stable, find);
    if (next.text === stable.text) break;
    stable = next;
  }
  return stable.text;
}

interface Draft {
  text: string;
  /** All that it has, and maybe more. */
  places: number;
}

function typesetOnce({ text, places }: Draft, find: FindPlaces): Draft {
  const kept: string[] = [];
  let prose = text;
  let found = places;
  if (mayHoldUntouched(text, places)) {
    prose = SPACE_ENTITIES.reduce((result, [entity, space]) => result.replace(entity, space), text);
    prose = prose.replace(UNTOUCHED, (stretch) => {
      if (stretch.includes(BOUNDARY)) return stretch;
      kept.push(stretch);
      return KEPT;
    });
    found |= find(prose);
  }
  if ((found & CHANGING_MARKS) !== 0) {
    const nested = nestQuotationMarks(prose);
    if (nested !== prose) found |= find(nested);
    prose = nested;
  }
  RULES.forEach(([pattern, replacement], rule) => {
    if ((found & (1 << rule)) === 0) return;
    const set = prose.replace(pattern, replacement);
    // What stood between two signs is gone: they may be a place of another rule.
    if (replacement === '' && set !== prose) found |= find(set);
    prose = set;
  });
  let index = 0;
  const whole = kept.length > 0 ? prose.replace(/\uFDD0/gu, () => kept[index++] ?? '') : prose;
  return { text: whole, places: found };
}

/** “ ” and straight pairs become « », or “ ” inside « ». A mark without its pair is left alone. */
function nestQuotationMarks(prose: string): string {
  if (!CHANGING_SIGNS.some((sign) => prose.includes(sign))) return prose;
  const marks = [...prose.matchAll(QUOTATION_MARKS)].map(({ 0: sign, index }) => ({ sign, index }));
  const open: { mark: { sign: string }; guillemet: boolean }[] = [];
  for (const mark of marks) {
    const { sign, index } = mark;
    // Quotation marks that are left open are so in their paragraph alone.
    if (sign === '\uFDD3') open.length = 0;
    else if (sign === '«') open.push({ mark, guillemet: true });
    else if (sign === '»') {
      while (open.length > 0 && !open.pop()?.guillemet);
    } else if (sign === '“' || (sign === '"' && opensQuotation(prose, index))) {
      open.push({ mark, guillemet: !open.some(({ guillemet }) => guillemet) });
    } else {
      const opening = open.at(-1);
      if (!opening || opening.mark.sign === '«') continue;
      open.pop();
      opening.mark.sign = opening.guillemet ? '«' : '“';
      mark.sign = opening.guillemet ? '»' : '”';
    }
  }
  let next = 0;
  return prose.replace(QUOTATION_MARKS, (sign) => marks[next++]?.sign ?? sign);
}

function opensQuotation(prose: string, at: number): boolean {
  let before = at - 1;
  while (prose[before] === BOUNDARY) before -= 1;
  const previous = prose[before];
  return previous === undefined || /[\s([{«“’'–—/-]/u.test(previous);
}

/** A stretch of typeset text, to be shown raised (« er » of 1er), lowered (« 2 » of CO₂) or plain. */
export interface TextSegment {
  text: string;
  position: 'plain' | 'raised' | 'lowered';
}

const RAISED_OR_LOWERED =
  /(?<=(?<![\p{L}\p{N}])1)(?:ers?|res?)(?![\p{L}\p{N}])|(?<=(?<![\p{L}\p{N}.,])(?:\d+|[IVX]+))es?(?![\p{L}\p{N}])|[₀-₉]+/gu;

const SIGN_OF_RAISED = /[\dIVX](?:i?[eè]|r)|[₀-₉]|CO2|&/u;

/** Whether any part of a text, set or not, Markdown or not, may have to be raised or lowered. */
export function mayBeRaised(text: string): boolean {
  return SIGN_OF_RAISED.test(text);
}

/** Cuts typeset text where HTML wants `<sup>` (suffixes of ordinals) or `<sub>` (subscript digits, rare in fonts). */
export function segmentText(text: string): TextSegment[] {
  const segments: TextSegment[] = [];
  let from = 0;
  for (const match of text.matchAll(RAISED_OR_LOWERED)) {
    if (match.index > from) segments.push({ text: text.slice(from, match.index), position: 'plain' });
    const lowered = /[₀-₉]/u.test(match[0]);
    segments.push({
      text: lowered ? match[0].normalize('NFKD') : match[0],
      position: lowered ? 'lowered' : 'raised',
    });
    from = match.index + match[0].length;
  }
  if (from < text.length || segments.length === 0)
    segments.push({ text: text.slice(from), position: 'plain' });
  return segments;
}

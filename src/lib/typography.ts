const NARROW_NO_BREAK = '\u202F';
const NO_BREAK = '\u00A0';

// Noncharacters: they cannot stand in real text, so they can stand for what rules must not see.
const KEPT = '\uFDD0';
const BOUNDARY = '\uFDD1';
const OPAQUE = '\uFDD2';
/** Between paragraphs that are set together: no rule sees across the line ends around it. */
const PARAGRAPH = '\n\uFDD3\n';
const MARKERS = /[\uFDD0-\uFDD3]/gu;

/** Code, URLs, e-mail addresses, MDX expressions, tags and entities: never touched. */
const UNTOUCHED =
  /`+[^`]*`+|(?:https?|ftp|mailto|tel|data):[^\s<>«»"“”]+|www\.[^\s<>«»"“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\{(?:[^{}]|\{[^{}]*\})*\}|<\/?[a-zA-Z][^<>]*>|&(?:#\d+|#x[\da-fA-F]+|[a-zA-Z]\w*);/gu;

const SPACE_ENTITIES: readonly (readonly [RegExp, string])[] = [
  [/&(?:nbsp|#160|#x[aA]0);/gu, NO_BREAK],
  [/&(?:#8239|#x202[fF]);/gu, NARROW_NO_BREAK],
];

const MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const QUANTITIES = 'milliers?|millions?|milliards?';
const UNITS =
  '[$£¥]|k€|M€|Mds?€|M\\$|kg|g|mg|t|kt|Mt|Gt|mm|cm|m|km|m²|m³|km²|ha|km\\/h|' +
  'W|kW|MW|GW|TW|Wh|kWh|MWh|GWh|TWh|V|kV|Ah|Hz|kHz|MHz|GHz|ko|Mo|Go|To|Po|ml|cl|l|L|ms|s|min|h|px|ans?|pages?';
const YEAR = '(?:1[5-9]|20)\\d{2}';
/** « 1er janvier » and its like. */
const DAY_AND_MONTH = /\d(?:er)? [jfmasond]/u;
const SPACES = '[ \\u00A0\\u202F]';

/**
 * Each rule yields a text that the same rule leaves alone (sources: Imprimerie nationale's Lexique, brief of the magazine).
 * It is tried only on a text that holds a sign of it: most sentences hold few, which is found out much faster.
 */
const RULES: readonly (readonly [sign: RegExp, pattern: RegExp, replacement: string])[] = [
  [/\.{3}/u, /(?<!\.)\.{3,}/gu, '…'],
  [/etc[.…]/u, /(?<!\p{L})etc(?:\.?…|\.{2,})/gu, 'etc.'],
  [/['ʼ‘]/u, /(?<=\p{L})['ʼ‘](?=[\p{L}\p{N}«“"\uFDD0-\uFDD2])/gu, '’'],
  [/1[eèi]/u, /(?<![\p{L}\p{N}])1(?:ère|ere|ière)(?![\p{L}\p{N}])/gu, '1re'],
  [/1ier/u, /(?<![\p{L}\p{N}])1ier(?![\p{L}\p{N}])/gu, '1er'],
  [/[\dIVX](?:i?[eè]me)/u, /(?<![\p{L}\p{N}])(\d+|[IVX]+)(?:ième|ieme|ème|eme)(?![\p{L}\p{N}])/gu, '$1e'],
  [/[IVX]e?r? s/u, /(?<![\p{L}\p{N}])([IVX]+er?)[ ](?=siècles?(?!\p{L}))/gu, `$1${NO_BREAK}`],
  [
    DAY_AND_MONTH,
    new RegExp(`(?<![\\p{N},.\\-${NARROW_NO_BREAK}])1(?:er)?[ ](?=(?:${MONTHS})(?!\\p{L}))`, 'gu'),
    `1er${NO_BREAK}`,
  ],
  [
    DAY_AND_MONTH,
    new RegExp(`(?<![\\p{N},.\\-])(\\d{1,2})[ ](?=(?:${MONTHS})(?!\\p{L}))`, 'gu'),
    `$1${NO_BREAK}`,
  ],
  [
    /\d[ \u00A0\u202F]?h/u,
    new RegExp(`(?<![\\p{N}\\p{L}])([01]?\\d|2[0-3])${SPACES}?h${SPACES}?([0-5]\\d)(?![\\p{N}\\p{L}])`, 'gu'),
    `$1${NO_BREAK}h${NO_BREAK}$2`,
  ],
  [/\dh/u, /(?<![\p{N}\p{L}])([01]?\d|2[0-3])h(?![\p{N}\p{L}])/gu, `$1${NO_BREAK}h`],
  [
    /\d[ \u00A0]\d/u,
    /(?<=(?<![\p{N}.,-])\d{1,3}(?:[ \u00A0\u202F]\d{3})*)[ \u00A0](?=\d{3}(?!\p{N}))/gu,
    NARROW_NO_BREAK,
  ],
  [/\d-\d/u, new RegExp(`(?<![\\p{N}-])(${YEAR})-(${YEAR})(?![\\p{N}-])`, 'gu'), '$1–$2'],
  [/CO2/u, /(?<![\p{L}\p{N}])CO2(?=(?:e|eq)?(?![\p{L}\p{N}]))/gu, 'CO₂'],
  [/[%‰€]|°[CF]/u, new RegExp(`(?<=\\d)${SPACES}?(?=[%‰€]|°[CF](?!\\p{L}))`, 'gu'), NO_BREAK],
  [
    /\d[ \u202F]/u,
    new RegExp(`(?<=\\d)[ \\u202F](?=(?:${UNITS}|${QUANTITIES})(?![\\p{L}\\p{N}]))`, 'gu'),
    NO_BREAK,
  ],
  [/[nN]°/u, /(?<!\p{L})([nN]°)[ ]?(?=\d)/gu, `$1${NO_BREAK}`],
  [/[MDP][a-z]*\.? /u, /(?<!\p{L})((?:MM?\.|Mmes?|Mlles?|Drs?|Pr))[ ](?=\p{Lu})/gu, `$1${NO_BREAK}`],
  [/[ptlg]\. \d/u, /(?<!\p{L})((?:p|art|chap|vol|fig)\.)[ ](?=\d)/gu, `$1${NO_BREAK}`],
  // An aside between dashes: the space inside holds, the one outside may break.
  [
    / [-–]/u,
    /(?<=[^\s–-]) [-–][ \u00A0](?!-|–)((?:(?![ \u00A0][-–])[^\n.!?–])+?)[ \u00A0][-–](?=[\s,.;:!?…)]|$)/gu,
    ` –${NO_BREAK}$1${NO_BREAK}–`,
  ],
  [/[;!?][ \u00A0\u202F]/u, /(?<=[;!?])[ \u00A0\u202F]+(?=[;!?])/gu, ''],
  [/[;!?]/u, /(?<=[^\s([«;!?])[ \u00A0\u202F]*(?=[;!?]+(?![\p{L}\p{N}=;!?]))/gu, NARROW_NO_BREAK],
  [/:/u, /(?<=[^\s([«:])[ \u00A0\u202F]*:(?=[\s\uFDD1]|$)/gu, `${NO_BREAK}:`],
  [/«/u, /«[ \u00A0\u202F]*(?=[^\s])/gu, `«${NO_BREAK}`],
  [/»/u, /(?<=[^\s«])[ \u00A0\u202F]*»/gu, `${NO_BREAK}»`],
  [
    /[ \u00A0\u202F][,….)]/u,
    /(?<=[^\s([«–;:!?-])[ \u00A0\u202F]+(?=(?:[,…]|\.(?!\.)|\))(?![\p{L}\p{N}.]))/gu,
    '',
  ],
];

/** What may be untouched, or an entity. */
const SIGN_OF_UNTOUCHED = /[`@{<&]|www\.|(?:https?|ftp|mailto|tel|data):/u;
/** Without any of these, no quotation mark becomes another. */
const CHANGING_MARKS = /["“”]/u;
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
 * @returns as many stretches; `null` stays `null`
 */
export function typesetRun(stretches: Stretches): (string | null)[] {
  return cut(stretches, untilStable(joined(stretches)));
}

/** Sets many paragraphs as `typesetRun` sets each, and faster: a rule is tried on all at once. */
export function typesetRuns(runs: readonly Stretches[]): (string | null)[][] {
  const texts = runs.map(joined);
  // What is not touched may begin in one paragraph, and end in another.
  const plain = texts.filter((text) => !SIGN_OF_UNTOUCHED.test(text));
  const set = untilStable(plain.join(PARAGRAPH)).split(PARAGRAPH);
  const setPlain = new Map(plain.map((text, index) => [text, set[index] ?? text]));
  return runs.map((stretches, index) => {
    const text = texts[index] ?? '';
    return cut(stretches, setPlain.get(text) ?? untilStable(text));
  });
}

const joined = (stretches: Stretches): string =>
  stretches.map((stretch) => (stretch === null ? OPAQUE : stretch.replace(MARKERS, ''))).join(BOUNDARY);

function cut(stretches: Stretches, text: string): (string | null)[] {
  const parts = text.split(BOUNDARY);
  return stretches.map((stretch, index) => (stretch === null ? null : (parts[index] ?? stretch)));
}

function untilStable(text: string): string {
  let stable = text;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const next = typesetOnce(stable);
    if (next === stable) break;
    stable = next;
  }
  return stable;
}

function typesetOnce(text: string): string {
  const kept: string[] = [];
  let prose = text;
  if (SIGN_OF_UNTOUCHED.test(text)) {
    prose = SPACE_ENTITIES.reduce((result, [entity, space]) => result.replace(entity, space), text);
    prose = prose.replace(UNTOUCHED, (stretch) => {
      if (stretch.includes(BOUNDARY)) return stretch;
      kept.push(stretch);
      return KEPT;
    });
  }
  prose = nestQuotationMarks(prose);
  for (const [sign, pattern, replacement] of RULES)
    if (sign.test(prose)) prose = prose.replace(pattern, replacement);
  let index = 0;
  return kept.length > 0 ? prose.replace(/\uFDD0/gu, () => kept[index++] ?? '') : prose;
}

/** “ ” and straight pairs become « », or “ ” inside « ». A mark without its pair is left alone. */
function nestQuotationMarks(prose: string): string {
  if (!CHANGING_MARKS.test(prose)) return prose;
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

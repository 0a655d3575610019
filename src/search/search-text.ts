import { type TextSegment, segmentText } from '#lib/typography/segments.ts';

/** Letters that are one in print, and two on most keyboards. */
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'Oe', æ: 'ae', Æ: 'Ae' };

/** « oe » is « œ » again before « u » (cœur, œuvre, nœud), « il » (œil) and in a few learned words. */
const UNTIED = /oe(?=u|il|no[lt]|soph|dèm|cumén)|(?<=f)oe(?=t[au])/giu;

/**
 * What folding undid in typeset text: apostrophes, and the no-break spaces that readers notice. The typographic rules
 * themselves would weigh as much as the search.
 */
const RESTORED: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/(?<=\p{L})'(?=[\p{L}\p{N}«]|$)/gu, '’'],
  [/ (?=[;!?])/gu, '\u202F'],
  [/ (?=:(?:\s|$)|[»%€])/gu, '\u00A0'],
  [/(?<=«) /gu, '\u00A0'],
  [/(?<=(?<![\p{L}\p{N}.,])\d{1,3}(?: \d{3}){0,3}) (?=\d{3}(?!\d))/gu, '\u202F'],
  [/(?<!\p{L})CO2(?![\p{L}\p{N}])/gu, 'CO₂'],
];

/** Words that stand before another by an apostrophe, and are not what is looked for. */
const ELIDED = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[\p{L}\p{N}]|$)/giu;

/** This much of the beginning of a word stays whatever its ending: « achet » of « acheter » and « achète ». */
const LIKENESS = 0.6;

/** Writes text the way the index reads it: straight apostrophes, plain spaces and digits, no ligature. */
export function foldText(text: string): string {
  return text
    .replace(/[’ʼ‘]/gu, "'")
    .replace(/[\u00A0\u202F]/gu, ' ')
    .replace(/[œŒæÆ]/gu, (letter) => LIGATURES[letter] ?? letter)
    .replace(/[₀-₉]/gu, (digit) => digit.normalize('NFKD'));
}

/**
 * Writes a reader's question as the index reads it. Elided words go, but from a quotation: « l’événement »
 * asks for « événement », and « "l’événement" » for both words as they stand.
 */
export function foldQuery(query: string): string {
  const folded = foldText(query)
    .replace(/[«»“”]/gu, '"')
    .replace(/"\s*(.*?)\s*"/gu, '"$1"')
    .trim();
  return folded
    .split(/("[^"]*")/u)
    .map((part) => (part.startsWith('"') ? part : part.replace(ELIDED, '')))
    .join('');
}

/** A stretch of an excerpt; what answers the question is marked. */
export interface ExcerptPart {
  segments: TextSegment[];
  marked: boolean;
}

/** What belongs to the sentence rather than to the word that was found: « l’ », « », ». */
const AROUND_WORD = /^((?:[cdjlmnst]|qu)'|[«("]+)?(.+?)([.,;:!?…»)"]*)$/iu;

/**
 * Reads an excerpt of Pagefind, whose only tag is `<mark>`, and sets it in French again: an ellipsis where
 * a sentence is cut, and words alone marked, without what elides before them or ends their sentence.
 */
export function readExcerpt(html: string): ExcerptPart[] {
  const found = html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .split(/<\/?mark>/u)
    .flatMap((text, index) =>
      index % 2 === 1 ? (AROUND_WORD.exec(text)?.slice(1) ?? ['', text, '']) : [text],
    );
  const whole = found.map((text = '') => text);
  if (/^[^\p{Lu}\d«"]/u.test(whole.find(Boolean) ?? '')) whole[0] = `… ${whole[0] ?? ''}`;
  if (/[^.!?…\s]\s*$/u.test(whole.findLast(Boolean) ?? '')) whole.push('…');
  // Between two stretches of plain text comes one that was marked, as three: before it, the word, after it.
  return whole
    .map(unfoldText)
    .flatMap((text, index) =>
      text ? [{ segments: segmentText(text), marked: index % 4 === 2 && index < found.length }] : [],
    );
}

/** Whether one of the words of a question is, but for its ending, one of these words. */
export function holdsWordOf(query: string, text: string): boolean {
  const words = wordsOf(text);
  return wordsOf(query).some((asked) => {
    const shared = asked.length > 3 ? asked.slice(0, Math.ceil(asked.length * LIKENESS)) : asked;
    return words.some((word) => word.startsWith(shared));
  });
}

function wordsOf(text: string): string[] {
  return foldText(text)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Sets text that was folded in French again. */
export function unfoldText(text: string): string {
  const tied = text.replace(UNTIED, (pair) => (pair.startsWith('O') ? 'Œ' : 'œ'));
  return RESTORED.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), tied);
}

import { type TextSegment, segmentText, typesetRun } from './typography.ts';

/** Letters that are one in print, and two on most keyboards. */
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'Oe', æ: 'ae', Æ: 'Ae' };

/** « oe » is « œ » again before « u » (cœur, œuvre, nœud), « il » (œil) and in a few learned words. */
const UNTIED = /oe(?=u|il|no[lt]|soph|dèm|cumén)|(?<=f)oe(?=t[au])/giu;

/** Words that stand before another by an apostrophe, and are not what is looked for. */
const ELIDED = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[\p{L}\p{N}])/giu;

/** Writes text the way the index reads it: straight apostrophes, plain spaces, no ligature. */
export function foldText(text: string): string {
  return text
    .replace(/[’ʼ‘]/gu, "'")
    .replace(/[\u00A0\u202F]/gu, ' ')
    .replace(/[œŒæÆ]/gu, (sign) => LIGATURES[sign] ?? sign);
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

/** Reads an excerpt of Pagefind, whose only tag is `<mark>`, and sets it in French again. */
export function readExcerpt(html: string): ExcerptPart[] {
  const stretches = html
    .split(/<\/?mark>/u)
    .map((text) => restoreLigatures(text.replaceAll('&lt;', '<').replaceAll('&gt;', '>')));
  return typesetRun(stretches).flatMap((text, index) =>
    text ? [{ segments: segmentText(text), marked: index % 2 === 1 }] : [],
  );
}

/** Sets text that was folded in French again. */
export function unfoldText(text: string): string {
  return typesetRun([restoreLigatures(text)])[0] ?? '';
}

function restoreLigatures(text: string): string {
  return text.replace(UNTIED, (pair) => (pair.startsWith('O') ? 'Œ' : 'œ'));
}

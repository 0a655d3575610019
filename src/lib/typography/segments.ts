import { ROMAN } from './rule.ts';

/** A stretch of typeset text, to be shown raised (« er » of 1er), lowered (« 2 » of CO₂) or plain. */
export interface TextSegment {
  text: string;
  position: 'plain' | 'raised' | 'lowered';
}

const RAISED_OR_LOWERED = new RegExp(
  `(?<=(?<![\\p{L}\\p{N}])[1I])(?:ers?|res?)(?![\\p{L}\\p{N}])|(?<=(?<![\\p{L}\\p{N}.,])(?:\\d{1,9}|${ROMAN}))es?(?![\\p{L}\\p{N}])|[₀-₉]+`,
  'gu',
);

const SIGN_OF_RAISED = /[\dIVXLCDM](?:i?[eè]|r)|[₀-₉]|[A-Z][OHF]\d|[HN]2O|&/u;

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

import { ROMAN } from './rule.ts';

/** A part of typeset text: a superscript (« er » in 1er), a subscript (« 2 » in CO₂) or plain text. */
export interface TextSegment {
  text: string;
  position: 'plain' | 'superscript' | 'subscript';
}

const SUPERSCRIPT_OR_SUBSCRIPT = new RegExp(
  `(?<=(?<![\\p{L}\\p{N}])[1I])(?:ers?|res?)(?![\\p{L}\\p{N}])|(?<=(?<![\\p{L}\\p{N}.,])(?:\\d{1,9}|${ROMAN}))es?(?![\\p{L}\\p{N}])|[₀-₉]+`,
  'gu',
);

const MAY_HAVE_SUPERSCRIPT = /[\dIVXLCDM](?:i?[eè]|r)|[₀-₉]|[A-Z][OHF]\d|[HN]2O|&/u;

/** Whether a text, typeset or not, in Markdown or not, may have superscripts or subscripts: a fast first test. */
export function mayHaveSuperscripts(text: string): boolean {
  return MAY_HAVE_SUPERSCRIPT.test(text);
}

/** Splits typeset text into superscripts (ordinals), subscripts (digits that fonts often lack) and plain text. */
export function segmentText(text: string): TextSegment[] {
  const segments: TextSegment[] = [];
  let from = 0;
  for (const match of text.matchAll(SUPERSCRIPT_OR_SUBSCRIPT)) {
    if (match.index > from) segments.push({ text: text.slice(from, match.index), position: 'plain' });
    const isSubscript = /[₀-₉]/u.test(match[0]);
    segments.push({
      text: isSubscript ? match[0].normalize('NFKD') : match[0],
      position: isSubscript ? 'subscript' : 'superscript',
    });
    from = match.index + match[0].length;
  }
  if (from < text.length || segments.length === 0)
    segments.push({ text: text.slice(from), position: 'plain' });
  return segments;
}

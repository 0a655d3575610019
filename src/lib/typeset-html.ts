import { escapeHtml } from './escape-html.ts';
import { mayBeRaised, segmentText, type TextSegment } from './typography.ts';

const ELEMENTS = { raised: 'sup', lowered: 'sub' } as const;

/**
 * Writes typeset text as HTML, its ordinals and formulas raised and lowered. Components that a page holds by the dozen
 * use it themselves; the others, `Typeset.astro`.
 */
export function typesetHtml(text: string): string {
  return mayBeRaised(text) ? segmentText(text).map(writeSegment).join('') : escapeHtml(text);
}

function writeSegment({ text, position }: TextSegment): string {
  if (position === 'plain') return escapeHtml(text);
  const element = ELEMENTS[position];
  return `<${element}>${escapeHtml(text)}</${element}>`;
}

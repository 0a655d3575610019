import { escapeHtml } from './escape-html.ts';
import { mayBeRaised, segmentText, type TextSegment } from '#lib/typography/segments.ts';

const ELEMENTS = { plain: null, raised: 'sup', lowered: 'sub' } as const;

/**
 * Writes typeset text as HTML, its ordinals and formulas raised and lowered. Components that a page holds by the dozen
 * use it themselves; the others, `Typeset.astro`.
 */
export function typesetHtml(text: string): string {
  return written(text, escapeHtml);
}

/** Raises and lowers in typeset text that is HTML already, and holds neither tags nor entities. */
export function raiseInHtml(html: string): string {
  return written(html, (part) => part);
}

function written(text: string, write: (part: string) => string): string {
  if (!mayBeRaised(text)) return write(text);
  const inElement = ({ text: part, position }: TextSegment) => {
    const element = ELEMENTS[position];
    return element ? `<${element}>${write(part)}</${element}>` : write(part);
  };
  return segmentText(text).map(inElement).join('');
}

import { escapeHtml } from './escape-html.ts';
import { mayHaveSuperscripts, segmentText, type TextSegment } from '#lib/typography/segments.ts';

const ELEMENTS = { plain: null, superscript: 'sup', subscript: 'sub' } as const;

/**
 * Writes typeset text as HTML, with superscripts and subscripts. Components that occur by the dozen in a page call it
 * directly; the others use `Typeset.astro`.
 */
export function typesetHtml(text: string): string {
  if (!mayHaveSuperscripts(text)) return escapeHtml(text);
  const inElement = ({ text: part, position }: TextSegment) => {
    const element = ELEMENTS[position];
    return element ? `<${element}>${escapeHtml(part)}</${element}>` : escapeHtml(part);
  };
  return segmentText(text).map(inElement).join('');
}

import { escapeHtml } from '#lib/html/escape-html.ts';
import { inertText } from '#lib/html/inert-text.ts';

/** HTML that may be shown as it is. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | null | readonly Part[];

/** Writes HTML; all that is put into it is text, whoever wrote it, unless this function made it. */
export function markup(words: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(words.map((word, index) => word + write(parts[index] ?? null)).join(''));
}

function write(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(write).join('');
  return escapeHtml(inertText(String(part)));
}

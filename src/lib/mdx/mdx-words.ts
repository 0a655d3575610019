import { scanMdx } from './mdx-scan.ts';

/** Replaces code, escapes, comments and autolinks of MDX by dots, so that only prose remains at the same offsets. */
export function withoutCode(text: string): string {
  let words = '';
  let from = 0;
  for (const { start, end } of scanMdx(text)) {
    words +=
      text.slice(from, start) +
      text.slice(start, end).replace(/[^\n]/gu, (character) => '·'.repeat(character.length));
    from = end;
  }
  return words + text.slice(from);
}

import { scanMdx } from './mdx-scan.ts';

/** MDX without what no reader sees as words: code, escapes, comments and autolinks are dots, all else is in its place. */
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

import { digestOf } from '#content/digest.ts';

/** A style of a page, of what Astro's build knows of it (7.3, core/build/types.d.ts). */
interface PageStyle {
  sheet: { type: 'inline'; content: string } | { type: 'external'; src: string };
}

/** Styles by what stands for them, in UTF-8 read as so many signs: see `makeStrict`. */
const styles = new Map<string, string>();
const WORD = /\/\*style [\w-]+\*\//gu;

/**
 * Makes a page that is drawn many times hold words in place of its styles: a third of it would be joined, coded and
 * copied each time, for what finishes it to throw most of that away.
 */
export function standForStyles<Style extends PageStyle>(page: { styles: Style[] }): void {
  // Other pages hold the same sheets.
  page.styles = page.styles.map((style) => ({ ...style, sheet: wordFor(style.sheet) }));
}

function wordFor(sheet: PageStyle['sheet']): PageStyle['sheet'] {
  if (sheet.type !== 'inline' || sheet.content.includes('@import')) return sheet;
  const word = `/*style ${digestOf(sheet.content)}*/`;
  styles.set(word, Buffer.from(sheet.content).toString('latin1'));
  return { type: 'inline', content: word };
}

/** A style with what its words stand for. */
export function wholeStyle(style: string): string {
  return style.replace(WORD, (word) => styles.get(word) ?? word);
}

/** All words for styles, for another thread to know. */
export function wordsForStyles(): ReadonlyMap<string, string> {
  return styles;
}

/** Makes this thread know the words of another. */
export function learnWords(words: ReadonlyMap<string, string>): void {
  for (const [word, style] of words) styles.set(word, style);
}

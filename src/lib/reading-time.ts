/** Words a minute of an adult who reads French on a screen (Brysbaert 2019 gives 195 to 240 by language). */
const WORDS_PER_MINUTE = 220;

/** Counts words of Markdown or MDX, without front matter, tags, URLs and table rules. */
export function countWords(source: string): number {
  const prose = source
    .replace(/^---\n[\s\S]*?\n---\n/u, '')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\]\([^)]*\)/gu, '] ')
    .replace(/https?:\/\/\S+/gu, ' ');
  return prose.match(/[\p{L}\p{N}]+(?:[’'.,][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** Whole minutes to read a text, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}

/** The reading speed of adults (Brysbaert 2019 gives 195 to 240 words per minute, by language). */
const WORDS_PER_MINUTE = 220;

/** Counts the words of Markdown or MDX, without front matter, tags and URLs. */
export function countWords(source: string): number {
  const prose = source
    .replace(/^---\n[\s\S]*?\n---\n/u, '')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\]\([^)]*\)/gu, '] ')
    .replace(/https?:\/\/\S+/gu, ' ');
  return prose.match(/[\p{L}\p{N}]+(?:[’'.,][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** Minutes to read a text, rounded, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}

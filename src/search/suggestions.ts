import leven from 'leven';
import { slugify } from '#lib/slugs.ts';

/** Shorter words are ignored, because they resemble too many others. */
const MIN_LETTERS = 3;
/** The maximum share of a word's letters that may differ. */
const TOLERANCE = 0.34;

/**
 * Suggests names for a query without results: those that contain a word spelt nearly like a word of the query, the
 * nearest first.
 *
 * @param most maximum number of names
 */
export function suggestNames(query: string, names: readonly string[], most: number): string[] {
  const searched = wordsOf(query);
  return names
    .map((name) => ({ name, distance: distanceBetween(searched, wordsOf(name)) }))
    .filter(({ distance }) => distance < Infinity)
    .sort((a, b) => a.distance - b.distance || a.name.length - b.name.length)
    .slice(0, most)
    .map(({ name }) => name);
}

/**
 * Returns copies of the links whose slugs `suggestNames` suggests.
 *
 * @param links to sections and tags, whose addresses end with a slug
 */
export function nearestLinks(query: string, links: readonly HTMLAnchorElement[], most: number): Node[] {
  const named = new Map(links.map((link) => [link.getAttribute('href')?.split('/').at(-2) ?? '', link]));
  return suggestNames(query, [...named.keys()], most).flatMap(
    (name) => named.get(name)?.cloneNode(true) ?? [],
  );
}

function wordsOf(text: string): string[] {
  return slugify(text)
    .split('-')
    .filter((word) => word.length >= MIN_LETTERS);
}

/** The edit distance of the two nearest words; infinite when none is within the tolerance. */
function distanceBetween(searched: readonly string[], named: readonly string[]): number {
  let best = Infinity;
  for (const word of searched) {
    const reach = Math.floor(word.length * TOLERANCE);
    for (const candidate of named) {
      const distance = leven(word, candidate, { maxDistance: reach + 1 });
      if (distance <= reach) best = Math.min(best, distance);
    }
  }
  return best;
}

import leven from 'leven';
import { slugify } from '#lib/slugs.ts';

/** Shorter words are near to too many others. */
const LEAST_LETTERS = 3;
/** This much of a word may be misspelt. */
const TOLERANCE = 0.34;

/**
 * Names that a question without answer may have meant, the nearest first: those that hold a word nearly
 * spelt as one of the question.
 *
 * @param most how many names at most
 */
export function suggestNames(query: string, names: readonly string[], most: number): string[] {
  const asked = wordsOf(query);
  return names
    .map((name) => ({ name, distance: distanceBetween(asked, wordsOf(name)) }))
    .filter(({ distance }) => distance < Infinity)
    .sort((a, b) => a.distance - b.distance || a.name.length - b.name.length)
    .slice(0, most)
    .map(({ name }) => name);
}

/**
 * Copies the links that `suggestNames` would give, by the last part of their addresses.
 *
 * @param links to sections and tags, whose addresses end with a slug
 */
export function nearestLinks(query: string, links: readonly HTMLAnchorElement[], most: number): Node[] {
  const named = new Map(links.map((link) => [link.pathname.split('/').at(-2) ?? '', link]));
  return suggestNames(query, [...named.keys()], most).flatMap(
    (name) => named.get(name)?.cloneNode(true) ?? [],
  );
}

function wordsOf(text: string): string[] {
  return slugify(text)
    .split('-')
    .filter((word) => word.length >= LEAST_LETTERS);
}

/** Of the two words that are nearest; infinite when none is near. */
function distanceBetween(asked: readonly string[], named: readonly string[]): number {
  let best = Infinity;
  for (const word of asked) {
    const reach = Math.floor(word.length * TOLERANCE);
    for (const candidate of named) {
      const distance = leven(word, candidate, { maxDistance: reach + 1 });
      if (distance <= reach) best = Math.min(best, distance);
    }
  }
  return best;
}

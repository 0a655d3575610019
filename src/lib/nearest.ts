import leven from 'leven';
import { slugify } from './slugs.ts';

/**
 * Finds the name that an editor most likely meant.
 *
 * @returns the nearest candidate, or `null` when none is near enough
 */
export function nearest(written: string, candidates: Iterable<string>): string | null {
  const target = slugify(written);
  let best: { name: string; distance: number } | null = null;
  for (const name of candidates) {
    const distance = leven(target, slugify(name));
    if (!best || distance < best.distance) best = { name, distance };
  }
  const maxDistance = Math.max(2, Math.ceil(target.length * 0.4));
  return best && best.distance <= maxDistance ? best.name : null;
}

/** Two names are similar when at most this share of their characters differs. */
const MAX_DIFFERENCE = 0.2;

/**
 * Finds names that are nearly equal: another spelling, a plural, another word order.
 *
 * @returns the similar names, the nearest first, including any with the same slug
 */
export function nearDuplicates(written: string, names: Iterable<string>): string[] {
  const target = normalized(written);
  return [...names]
    .map((name) => ({ name, distance: leven(target, normalized(name)) }))
    .filter(
      ({ name, distance }) => distance <= Math.max(target.length, normalized(name).length) * MAX_DIFFERENCE,
    )
    .sort((a, b) => a.distance - b.distance)
    .map(({ name }) => name);
}

const SMALL_WORDS = new Set('a au aux d de des du en et l la le les s'.split(' '));

/** A name without small words and plurals, with sorted words: « startup » and « start-ups » become equal. */
function normalized(name: string): string {
  const words = slugify(name)
    .replace(/\bstart-up/gu, 'startup')
    .split('-')
    .filter((word) => !SMALL_WORDS.has(word))
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/u, '') : word));
  return words.sort().join(' ');
}

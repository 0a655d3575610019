import leven from 'leven';
import { slugify } from './slugs.ts';

/** Two names of which one may be mistyped for the other: at most this part of their signs differ. */
const MISTYPED = 0.2;

/**
 * The names that say nearly the same: other spelling, other number, words in another order.
 *
 * @returns the near ones, the nearest first; a name that makes the same slug is among them
 */
export function nearDuplicates(written: string, names: Iterable<string>): string[] {
  const wanted = reduce(written);
  return [...names]
    .map((name) => ({ name, distance: leven(wanted, reduce(name)) }))
    .filter(({ name, distance }) => distance <= Math.max(wanted.length, reduce(name).length) * MISTYPED)
    .sort((a, b) => a.distance - b.distance)
    .map(({ name }) => name);
}

const SMALL_WORDS = new Set([
  'a',
  'au',
  'aux',
  'd',
  'de',
  'des',
  'du',
  'en',
  'et',
  'l',
  'la',
  'le',
  'les',
  's',
]);

/** What is left of a name without its order, its plurals and its small words: « startup » and « start-ups » meet. */
function reduce(name: string): string {
  const words = slugify(name)
    .replace(/\bstart-up/gu, 'startup')
    .split('-')
    .filter((word) => !SMALL_WORDS.has(word))
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/u, '') : word));
  return words.sort().join(' ');
}

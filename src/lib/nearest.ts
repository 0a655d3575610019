import leven from 'leven';
import { slugify } from './slugs.ts';

/**
 * Finds the name an editor most likely meant.
 *
 * @returns the nearest candidate, or `null` when none is near enough to be offered
 */
export function nearest(written: string, candidates: Iterable<string>): string | null {
  const wanted = slugify(written);
  let best: { name: string; distance: number } | null = null;
  for (const name of candidates) {
    const distance = leven(wanted, slugify(name));
    if (!best || distance < best.distance) best = { name, distance };
  }
  const reach = Math.max(2, Math.ceil(wanted.length * 0.4));
  return best && best.distance <= reach ? best.name : null;
}

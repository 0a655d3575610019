/** Five sizes, from 1 (least used) to 5. */
export type TagWeight = 1 | 2 | 3 | 4 | 5;

/**
 * Weighs tags by use on a logarithmic scale, so that one tag used everywhere does not flatten the others.
 *
 * @param counts articles per tag, each at least 1
 * @returns as many weights; all 1 when every tag is used alike
 */
export function weighTags(counts: readonly number[]): TagWeight[] {
  const logarithms = counts.map((count) => Math.log(Math.max(count, 1)));
  const least = Math.min(...logarithms);
  const range = Math.max(...logarithms) - least;
  return logarithms.map((value) => {
    const share = range === 0 ? 0 : (value - least) / range;
    return (1 + Math.round(share * 4)) as TagWeight;
  });
}

/** Counts below this are exact. */
const LEAST_ROUGH = 20;

/**
 * A count as one says it: exact while it is small, then « 20 », « 50 », « 100 », « 200 », « 500 » and more. Steps are
 * wide because each that a tag passes makes every page that tells its count anew.
 */
export function roughCount(count: number): { count: number; rough: boolean } {
  if (count < LEAST_ROUGH) return { count, rough: false };
  const decade = 10 ** Math.floor(Math.log10(count));
  const step = [5, 2].find((step) => count >= step * decade) ?? 1;
  return { count: step * decade, rough: true };
}

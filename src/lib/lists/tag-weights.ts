/** Five sizes, from 1 (least used) to 5. */
export type TagWeight = 1 | 2 | 3 | 4 | 5;

/**
 * Weighs tags by use on a logarithmic scale, so that one tag used everywhere does not flatten the others.
 *
 * @param counts articles per tag, each at least 1
 * @returns one weight per count; all 1 when the counts are equal
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

/** Counts below this are not rounded. */
const MIN_ROUGH = 20;

/**
 * Rounds a large count down to 20, 50, 100, 200, 500 and so on. The steps are wide, because each change of a count
 * renders again every page that shows it.
 */
export function roughCount(count: number): { count: number; rough: boolean } {
  if (count < MIN_ROUGH) return { count, rough: false };
  const decade = 10 ** Math.floor(Math.log10(count));
  const step = [5, 2].find((step) => count >= step * decade) ?? 1;
  return { count: step * decade, rough: true };
}

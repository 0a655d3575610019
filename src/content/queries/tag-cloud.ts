import { roughCount, type TagWeight, weighTags } from '#lib/lists/tag-weights.ts';
import { getArticles } from './articles.ts';
import { lazy } from '#lib/lazy.ts';
import type { Tag } from './taxonomy.ts';

export interface WeightedTag extends Tag {
  count: number;
  weight: TagWeight;
}

/** A tag of the cloud, with a rounded count. */
export interface CloudTag extends WeightedTag {
  /** Whether the count is rounded down. */
  rough: boolean;
}

/** Tags in use with their counts and weights, in alphabetical order. */
export const getTagCloud = lazy(async (): Promise<WeightedTag[]> => {
  const counts = new Map<Tag, number>();
  for (const { tags } of await getArticles()) {
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  const weights = weighTags([...counts.values()]);
  return [...counts]
    .map(([tag, count], index) => ({ ...tag, count, weight: weights[index] ?? 1 }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
});

/** Maximum number of tags beside an article: about a third of a phone's screen. */
const MAX_BESIDE = 12;

/**
 * Returns the most used tags, for the cloud beside every article. Counts of twenty or more are rounded, so that one new
 * article does not change every page.
 */
export const getSideCloud = lazy(async (): Promise<CloudTag[]> => {
  const tags = (await getTagCloud()).map(({ count, ...tag }) => ({ ...tag, ...roughCount(count) }));
  const kept = tags.toSorted((a, b) => b.count - a.count).slice(0, MAX_BESIDE);
  const weights = weighTags(kept.map(({ count }) => count));
  return kept
    .map((tag, index) => ({ ...tag, weight: weights[index] ?? 1 }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
});

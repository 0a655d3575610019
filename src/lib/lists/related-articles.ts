/** The data that decides how articles are related. */
export interface RelatedItem {
  id: string;
  /** Its section, then the parents of that section. */
  sections: readonly string[];
  tags: readonly string[];
}

/** The score of sharing a section, then of sharing its parent. Both are lower than the score of sharing a tag. */
const SECTION_SCORES = [1, 0.1];
/** The score of any article, so that there is always something to read next. */
const BASE_SCORE = 0.001;

/**
 * Finds related articles: those that share most tags, then a section, then a parent section, then the newest. A rare
 * tag counts more than a common one.
 *
 * @param items newest first
 * @param most how many to find for each
 * @returns a function from the id of an article to the ids of related ones
 */
export function relatedFinder(items: readonly RelatedItem[], most: number): (id: string) => string[] {
  const rankOf = new Map(items.map(({ id }, rank) => [id, rank]));
  const byTag = groupRanks(items, ({ tags }) => tags);
  const bySection = groupRanks(items, ({ sections }) => sections);
  const all = items.map((_, rank) => rank);
  // Reused for all items and reset after each: allocating thousands of arrays is slower.
  const scores = new Float64Array(items.length);
  const scored = new Int32Array(items.length);
  return (id) => {
    const rank = rankOf.get(id) ?? -1;
    const item = items[rank];
    if (!item) return [];
    let count = 0;
    const add = (ranks: readonly number[], score: number) => {
      const { from, to } = near(ranks, rank);
      for (let at = from; at < to; at += 1) {
        const other = ranks[at] ?? rank;
        if (other === rank) continue;
        if (scores[other] === 0) scored[count++] = other;
        scores[other] = (scores[other] ?? 0) + score;
      }
    };
    for (const tag of item.tags) {
      const sharing = byTag.get(tag) ?? [];
      add(sharing, 2 + 1 / roughSize(sharing));
    }
    item.sections.forEach((section, above) =>
      add(bySection.get(section) ?? [], SECTION_SCORES[above] ?? BASE_SCORE),
    );
    add(all, BASE_SCORE);
    const found = scored.subarray(0, count);
    const nearest = highest(found, scores, most);
    for (const other of found) scores[other] = 0;
    return nearest.map((other) => items[other]?.id ?? '');
  };
}

/** The ranks with the highest scores, the highest first; of equal scores, the newest. */
function highest(ranks: Int32Array, scores: Float64Array, most: number): number[] {
  const best: number[] = [];
  const isBefore = (a: number, b: number) => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference > 0 || (difference === 0 && a < b);
  };
  // A plain loop: with millions of ranks, an iterator would cause much garbage collection.
  for (let at = 0; at < ranks.length; at += 1) {
    const rank = ranks[at] ?? 0;
    let place = best.length;
    while (place > 0 && isBefore(rank, best[place - 1] ?? rank)) place -= 1;
    if (place >= most) continue;
    best.splice(place, 0, rank);
    if (best.length > most) best.pop();
  }
  return best;
}

/**
 * Of the articles that share a tag or a section, only this many are compared, the nearest in time. This keeps the
 * algorithm linear, and prevents a new article from changing the related articles of all others.
 */
const MAX_GROUP = 60;

/** The size of a group, rounded up when it is large, so that one more member rarely changes the scores. */
function roughSize({ length }: readonly number[]): number {
  return length <= MAX_GROUP ? length : 2 ** Math.ceil(Math.log2(length));
}

/** The range of the members of a group that are nearest in time to one of them. */
function near(ranks: readonly number[], rank: number): { from: number; to: number } {
  if (ranks.length <= MAX_GROUP) return { from: 0, to: ranks.length };
  let low = 0;
  let high = ranks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranks[middle] ?? 0) < rank) low = middle + 1;
    else high = middle;
  }
  const half = MAX_GROUP / 2;
  return { from: Math.max(0, low - half), to: Math.min(ranks.length, low + half) };
}

function groupRanks(
  items: readonly RelatedItem[],
  keys: (item: RelatedItem) => readonly string[],
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  items.forEach((item, rank) => {
    for (const key of keys(item)) {
      const group = groups.get(key);
      if (group) group.push(rank);
      else groups.set(key, [rank]);
    }
  });
  return groups;
}

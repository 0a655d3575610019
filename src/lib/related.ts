/** What nearness is judged by. */
export interface RelatedItem {
  id: string;
  /** Its section, then those that hold it, the narrowest first. */
  sections: readonly string[];
  tags: readonly string[];
}

/** What it counts to be in the same section, in one that holds it, and so on: never as much as a shared tag. */
const SECTION_SCORES = [1, 0.1];
/** What it counts to be in the same magazine: so that there is always something to read next. */
const LEAST_SCORE = 0.001;

/**
 * Finds the items nearest to one of them: most shared tags first, then the same section, then the section above, then
 * the newest. A rare tag counts for more than one that half the magazine carries.
 *
 * @param items newest first
 * @param most how many to keep for each
 * @returns what finds the ids of those nearest to an item, by its own: as many as there are others, up to `most`
 */
export function relatedFinder(items: readonly RelatedItem[], most: number): (id: string) => string[] {
  const rankOf = new Map(items.map(({ id }, rank) => [id, rank]));
  const byTag = groupRanks(items, ({ tags }) => tags);
  const bySection = groupRanks(items, ({ sections }) => sections);
  const all = items.map((_, rank) => rank);
  // Tables for all items, which each leaves as it found them: thousands of small ones take longer to make than to fill.
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
      add(sharing, 2 + 1 / sizeOf(sharing));
    }
    item.sections.forEach((section, above) =>
      add(bySection.get(section) ?? [], SECTION_SCORES[above] ?? LEAST_SCORE),
    );
    add(all, LEAST_SCORE);
    const found = scored.subarray(0, count);
    const nearest = highest(found, scores, most);
    for (const other of found) scores[other] = 0;
    return nearest.map((other) => items[other]?.id ?? '');
  };
}

/** The few ranks of the highest scores, the highest first, and the newest of those that score the same. */
function highest(ranks: Int32Array, scores: Float64Array, most: number): number[] {
  const best: number[] = [];
  const isBefore = (a: number, b: number) => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference > 0 || (difference === 0 && a < b);
  };
  // Millions of ranks: a function or an iterator for each would be a third of all that a small build throws away.
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
 * A group may hold thousands: the nearest in time are enough. They keep the whole linear, and a new
 * article from changing what stands under all those before it.
 */
const MOST_OF_A_GROUP = 60;

/** How large a group is; roughly when it is large, so that one more member changes nothing. */
function sizeOf({ length }: readonly number[]): number {
  return length <= MOST_OF_A_GROUP ? length : 2 ** Math.ceil(Math.log2(length));
}

/** Which of a group are near in time to one of its members. */
function near(ranks: readonly number[], rank: number): { from: number; to: number } {
  if (ranks.length <= MOST_OF_A_GROUP) return { from: 0, to: ranks.length };
  let low = 0;
  let high = ranks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranks[middle] ?? 0) < rank) low = middle + 1;
    else high = middle;
  }
  const half = MOST_OF_A_GROUP / 2;
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

import { closeness } from './closeness.ts';
import type { Match, Matches, SearchEngine } from './engine.ts';
import type { Term } from './question.ts';

/** A record that answers a question. */
export interface RankedRecord {
  id: string;
  score: number;
  /** Whether its title, other names or tags hold every term. */
  isNamed: boolean;
}

/** A term, and the records that hold it. */
export interface Found {
  term: Term;
  matches: Matches;
  /** Rare terms weigh more. */
  weight: number;
}

/** The share of a question's weight that a record must hold to answer it in part, and that its names must hold. */
const LEAST_SHARE = 0.4;
const NAMED_SHARE = 0.2;
/** The share that is enough whatever it names. */
const GREAT_SHARE = 0.7;
/** Records that answer in part must come near the best of them. */
const NEAR_BEST = 0.6;
/** Records that are ranked by their texts, of those that an engine ranks first. */
const RANKED = 10;

/** Finds the records that hold each term. */
export async function findEach(
  terms: readonly Term[],
  engine: SearchEngine,
  exactAccents: boolean,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const term of terms) {
    const matches = await engine.find(term, exactAccents);
    found.push({ term, matches, weight: Math.log(1 + engine.size / (matches.size || 1)) });
  }
  return found;
}

/** The records that hold every term. */
export async function holdingAll(found: readonly Found[], engine: SearchEngine): Promise<RankedRecord[]> {
  const [first, ...others] = found;
  const ids = [...(first?.matches.keys() ?? [])].filter((id) =>
    others.every(({ matches }) => matches.has(id)),
  );
  return rank(ids, found, engine);
}

/**
 * The records that hold the best part of the terms. One that holds little of a question must be about it: a word that
 * merely stands in a text is no answer.
 */
export async function holdingPart(found: readonly Found[], engine: SearchEngine): Promise<RankedRecord[]> {
  const known = found.filter(({ matches }) => matches.size > 0);
  // An unknown word weighs as much as the rarest of those known.
  const heaviest = Math.max(...known.map(({ weight }) => weight));
  const total = known.reduce((sum, { weight }) => sum + weight, heaviest * (found.length - known.length));
  const shareOf = (id: string, isCounted: (match: Match) => boolean) =>
    known.reduce((sum, { matches, weight }) => {
      const match = matches.get(id);
      return match && isCounted(match) ? sum + weight : sum;
    }, 0) / total;
  const shares = new Map(
    [...new Set(known.flatMap(({ matches }) => [...matches.keys()]))].map((id) => [
      id,
      shareOf(id, () => true),
    ]),
  );
  const best = Math.max(...shares.values());
  const ids = [...shares]
    .filter(
      ([id, share]) =>
        isEnough(
          share,
          shareOf(id, ({ isNamed }) => isNamed),
        ) && share >= best * NEAR_BEST,
    )
    .map(([id]) => id);
  return rank(ids, known, engine, (id) => shares.get(id) ?? 0);
}

/**
 * Whether a record holds enough of a question to answer it in part: most of it, or a good part that its title, other
 * names or tags name.
 */
function isEnough(share: number, namedShare: number): boolean {
  return share >= GREAT_SHARE || (share >= LEAST_SHARE && namedShare >= NAMED_SHARE);
}

/**
 * Ranks records by what the engine says of each term, rare terms first; then the best of them by their texts.
 *
 * @param worth of a record, which counts as much as its texts
 */
async function rank(
  ids: readonly string[],
  found: readonly Found[],
  engine: SearchEngine,
  worth: (id: string) => number = () => 0,
): Promise<RankedRecord[]> {
  const scoreOf = (id: string) =>
    found.reduce((sum, { matches, weight }) => sum + (matches.get(id)?.score ?? 0) * weight, 0);
  const scored = ids.map((id) => ({ id, score: scoreOf(id) }));
  const highest = Math.max(...scored.map(({ score }) => score));
  const records = scored.map(({ id, score }) => ({
    id,
    score: score / highest + worth(id),
    isNamed: found.every(({ matches }) => matches.get(id)?.isNamed),
  }));
  const byScore = (one: RankedRecord, other: RankedRecord) => other.score - one.score;
  records.sort(byScore);
  const terms = found.map(({ term }) => term);
  const best = records.slice(0, RANKED).map(async (record) => ({
    ...record,
    score: record.score + closeness(terms, await engine.read(record.id)),
  }));
  return [...(await Promise.all(best)).sort(byScore), ...records.slice(RANKED)];
}

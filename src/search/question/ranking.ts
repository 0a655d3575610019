import { closeness } from './closeness.ts';
import type { Match, Matches, SearchEngine } from './engine.ts';
import type { Term } from './question.ts';

/** A record that answers a question. */
export interface RankedRecord {
  id: string;
  score: number;
  /** Whether the record's title, other names or tags contain every term. */
  isNamed: boolean;
}

/** A term, and the records that contain it. */
export interface Found {
  term: Term;
  matches: Matches;
  /** Rare terms weigh more. */
  weight: number;
}

/**
 * A record that contains at least this share of a question's weight is a partial answer, if `NAMED_SHARE` is also met.
 */
const MIN_SHARE = 0.4;
/** The share of a question's weight that the title, other names or tags of a partial answer must contain. */
const NAMED_SHARE = 0.2;
/** A record that contains this share is a partial answer, whatever its title, other names and tags. */
const GREAT_SHARE = 0.7;
/** A partial answer must contain at least this fraction of the share of the best one. */
const NEAR_BEST = 0.6;
/** Number of records, of those with the highest scores of the engine, that are ranked again by their texts. */
const RANKED = 10;

/** Finds the records that contain each term. */
export function findEach(
  terms: readonly Term[],
  engine: SearchEngine,
  exactAccents: boolean,
): Promise<Found[]> {
  return Promise.all(
    terms.map(async (term) => {
      const matches = await engine.find(term, exactAccents);
      return { term, matches, weight: Math.log(1 + engine.size / (matches.size || 1)) };
    }),
  );
}

/** Returns the records that contain every term, the best first. */
export async function holdingAll(found: readonly Found[], engine: SearchEngine): Promise<RankedRecord[]> {
  const [first, ...others] = found;
  const ids = [...(first?.matches.keys() ?? [])].filter((id) =>
    others.every(({ matches }) => matches.has(id)),
  );
  return rank(ids, found, engine);
}

/**
 * Returns the records that contain most of the terms, the best first. A record that contains few of them must be about
 * them: a word that merely occurs in its text is no answer.
 */
export async function holdingPart(found: readonly Found[], engine: SearchEngine): Promise<RankedRecord[]> {
  const known = found.filter(({ matches }) => matches.size > 0);
  // An unknown word weighs as much as the rarest known one.
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
 * Whether a record contains enough of a question to be a partial answer: most of it, or less if its title, other names
 * or tags contain a part.
 */
function isEnough(share: number, namedShare: number): boolean {
  return share >= GREAT_SHARE || (share >= MIN_SHARE && namedShare >= NAMED_SHARE);
}

/**
 * Ranks records by the engine's scores, in which rare terms weigh more; then ranks the best of them again by their
 * texts.
 *
 * @param worth an amount to add to the score of each record
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

import { parseQuestion, type Term, wordsOfPhrase } from './question.ts';

/** What an engine found for one term in one record. */
export interface Match {
  /** How well the record answers this term alone, by `FIELD_WEIGHTS`; above 0. */
  score: number;
  /** Whether its title, other names, tags or headings hold the term: then the record is about it. */
  isNamed: boolean;
}

/** The records that hold a term, by an identifier that an engine chooses. */
export type Matches = ReadonlyMap<string, Match>;

/**
 * What a search engine gives; the ladder of questions is the same for all. An engine knows nothing of questions: it
 * looks up one term at a time, in all records.
 */
export interface SearchEngine {
  /** Number of records in the index. */
  size: number;
  /**
   * Finds the records that hold a term; none when it is unknown. A word is found in its inflections too (« obligation »,
   * « obligations »), whatever its case and accents, and may be found unfinished (« géotech »). A phrase is found word
   * for word, with its accents when `exactAccents` is true.
   */
  find(term: Term, exactAccents: boolean): Promise<Matches>;
  /**
   * Proposes the terms that the reader probably meant, when at least one was not found, by the words of the index;
   * `null` when nothing is near enough. It is called only when a question finds nothing.
   */
  correct(terms: readonly Term[], isUnknown: (term: Term) => boolean): Promise<Term[] | null>;
}

/** A record that answers a question. */
export interface RankedRecord {
  id: string;
  score: number;
}

/** The answer to a question, and how it was found: what differs from the question is told to the reader. */
export interface Answer {
  /** Best first. */
  records: RankedRecord[];
  /** Whether no record holds a quoted phrase, so that its words stand anywhere. */
  isLoose: boolean;
  /** Whether the records hold only a part of the words. */
  isPartial: boolean;
  /** The question that was answered, when the one that was asked finds nothing. */
  corrected: string | null;
}

interface Found {
  term: Term;
  matches: Matches;
  /** Rare terms weigh more. */
  weight: number;
}

const NOTHING: Answer = { records: [], isLoose: false, isPartial: false, corrected: null };
/** The share of a question's weight that a record must hold to answer it in part, and to answer it whatever it names. */
const LEAST_SHARE = 0.4;
const GREAT_SHARE = 0.7;
/** Records that answer in part must come near the best of them. */
const NEAR_BEST = 0.6;

/**
 * Answers a question by the first step that finds something: all of it, phrases with their accents as typed; phrases
 * without accents; the words of the phrases anywhere; misspelt words corrected; the most telling words.
 */
export async function answerQuestion(query: string, engine: SearchEngine): Promise<Answer> {
  const terms = tellingTerms(parseQuestion(query));
  if (terms.length === 0) return NOTHING;
  const hasPhrase = terms.some(({ isQuoted }) => isQuoted);
  if (hasPhrase) {
    const exact = holdingAll(await findEach(terms, engine, true));
    if (exact.length > 0) return { ...NOTHING, records: exact };
  }
  const found = await findEach(terms, engine, false);
  const all = holdingAll(found);
  if (all.length > 0) return { ...NOTHING, records: all };
  if (!terms.some(({ isPhrase }) => isPhrase)) return answerByWords(found, engine);

  const words = tellingTerms(terms.flatMap((term) => (term.isPhrase ? wordsOfPhrase(term) : term)));
  const apart = await findEach(words, engine, false);
  const together = holdingAll(apart);
  const answer = together.length > 0 ? { ...NOTHING, records: together } : await answerByWords(apart, engine);
  return { ...answer, isLoose: hasPhrase && answer.records.length > 0 };
}

/** The last steps: the question corrected, then a part of its words. */
async function answerByWords(found: readonly Found[], engine: SearchEngine): Promise<Answer> {
  const unknown = new Set(found.filter(({ matches }) => matches.size === 0).map(({ term }) => term));
  const terms = found.map(({ term }) => term);
  const corrected = unknown.size > 0 ? await engine.correct(terms, (term) => unknown.has(term)) : null;
  if (corrected) {
    const again = await findEach(corrected, engine, false);
    const records = holdingAll(again);
    const shown = corrected.map(({ text }) => text).join(' ');
    if (records.length > 0) return { ...NOTHING, records, corrected: shown };
    const part = holdingPart(again);
    if (part.length > 0) return { ...NOTHING, records: part, isPartial: true, corrected: shown };
  }
  const records = holdingPart(found);
  return { ...NOTHING, records, isPartial: records.length > 0 };
}

/** Drops the words that say nothing of the subject, unless there are no others. */
function tellingTerms(terms: readonly Term[]): readonly Term[] {
  const telling = terms.filter(({ isTelling }) => isTelling);
  return telling.length > 0 ? telling : terms;
}

async function findEach(
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
function holdingAll(found: readonly Found[]): RankedRecord[] {
  return rank(found).filter(({ id }) => found.every(({ matches }) => matches.has(id)));
}

/**
 * The records that hold enough of the terms. One that holds little of the question must name it in its title, tags or
 * headings: a word that merely stands in a text is no answer.
 */
function holdingPart(found: readonly Found[]): RankedRecord[] {
  // An unknown word weighs as much as the rarest of those known.
  const heaviest = Math.max(...found.map(({ matches, weight }) => (matches.size > 0 ? weight : 0)));
  const total = found.reduce((sum, { weight }) => sum + Math.min(weight, heaviest), 0);
  const shareOf = (id: string, named: boolean) =>
    found.reduce((sum, { matches, weight }) => {
      const match = matches.get(id);
      return match && (!named || match.isNamed) ? sum + weight : sum;
    }, 0) / total;
  const shares = new Map(rank(found).map((record) => [record, shareOf(record.id, false)]));
  const best = Math.max(...shares.values());
  return [...shares]
    .filter(
      ([{ id }, share]) => share >= GREAT_SHARE || (share >= LEAST_SHARE && shareOf(id, true) >= LEAST_SHARE),
    )
    .filter(([, share]) => share >= best * NEAR_BEST)
    .sort(([one, shareOfOne], [other, shareOfOther]) => shareOfOther - shareOfOne || other.score - one.score)
    .map(([record]) => record);
}

function rank(found: readonly Found[]): RankedRecord[] {
  const scores = new Map<string, number>();
  for (const { matches, weight } of found) {
    for (const [id, { score }] of matches) scores.set(id, (scores.get(id) ?? 0) + score * weight);
  }
  return [...scores].map(([id, score]) => ({ id, score })).sort((one, other) => other.score - one.score);
}

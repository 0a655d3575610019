import { foldText } from '#search/search-text.ts';
import type { SearchEngine } from './engine.ts';
import {
  holdsTerm,
  meaningfulTerms,
  parseQuestion,
  searchedTerms,
  type Term,
  wordsOfTerm,
} from './question.ts';
import { findEach, type Found, holdingAll, holdingPart, type RankedRecord } from './ranking.ts';

/** The answer to a question. The page explains to the reader how it differs from the question. */
export interface Answer {
  /** Best first. */
  records: RankedRecord[];
  /** Whether no record contains a quoted phrase: its words were then searched separately. */
  isLoose: boolean;
  /** Whether the records contain only some of the words. */
  isPartial: boolean;
  /** The corrected question that was answered, when no record contains all words of the original; `null` otherwise. */
  corrected: string | null;
}

const NOTHING: Answer = { records: [], isLoose: false, isPartial: false, corrected: null };
/**
 * From this many meaningful words on, a record that lacks one may be a better answer than a record with all of them.
 */
const SENTENCE = 3;

/**
 * Answers a question by the first of these steps that finds records: all terms, with the accents of quoted phrases; all
 * terms, without accents; the words of phrases anywhere; misspelt words corrected; the records that contain most of the
 * question.
 *
 * @param isVerbatim whether to search misspelt words as they are typed
 */
export async function answerQuestion(
  query: string,
  engine: SearchEngine,
  isVerbatim = false,
): Promise<Answer> {
  const meaningful = meaningfulTerms(parseQuestion(query));
  if (meaningful.length === 0) return NOTHING;
  const terms = searchedTerms(meaningful);
  const answer = await answerTerms(terms, engine, isVerbatim);
  const leftOut = meaningful.filter((term) => !terms.includes(term));
  return { ...answer, isPartial: answer.isPartial || (await lacksOne(leftOut, answer, engine)) };
}

/** Whether the best record of an answer lacks one of the terms by which it was not searched. */
async function lacksOne(leftOut: readonly Term[], { records: [best] }: Answer, engine: SearchEngine) {
  if (leftOut.length === 0 || !best) return false;
  const text = foldText(Object.values(await engine.read(best.id)).join(' '));
  return leftOut.some((term) => !holdsTerm(term, text));
}

async function answerTerms(
  terms: readonly Term[],
  engine: SearchEngine,
  isVerbatim: boolean,
): Promise<Answer> {
  const isQuoted = terms.some((term) => term.isQuoted);
  if (isQuoted) {
    const exact = await holdingAll(await findEach(terms, engine, true), engine);
    if (exact.length > 0) return { ...NOTHING, records: exact };
  }
  const found = await findEach(terms, engine, false);
  const all = await holdingAll(found, engine);
  if (all.length > 0)
    return terms.length < SENTENCE ? { ...NOTHING, records: all } : wholeOrPart(all, found, engine);

  const isCompound = terms.some(hasWords);
  const words = isCompound
    ? searchedTerms(meaningfulTerms(terms.flatMap((term) => (hasWords(term) ? wordsOfTerm(term) : term))))
    : terms;
  const apart = isCompound ? await findEach(words, engine, false) : found;
  const together = isCompound ? await holdingAll(apart, engine) : [];
  if (together.length > 0) return { ...NOTHING, records: together, isLoose: isQuoted };
  const corrected = isVerbatim ? null : await correctedAnswer(apart, engine);
  if (corrected) return { ...corrected, isLoose: isQuoted };
  // A reader who quotes a phrase wants all of its words.
  const records = isQuoted ? [] : await holdingPart(apart, engine);
  return { ...NOTHING, records, isPartial: records.length > 0 };
}

/**
 * Answers a long question when some records contain all of its words. If a record that lacks a few of them ranks
 * higher, the answer is partial.
 */
async function wholeOrPart(
  all: RankedRecord[],
  found: readonly Found[],
  engine: SearchEngine,
): Promise<Answer> {
  const part = await holdingPart(found, engine);
  const isBetter = !all.some(({ id }) => id === part[0]?.id);
  return { ...NOTHING, records: isBetter ? part : all, isPartial: isBetter };
}

/** Returns the answer to the best correction; `null` when no record contains all words of a correction. */
async function correctedAnswer(found: readonly Found[], engine: SearchEngine): Promise<Answer | null> {
  const unknown = new Set(found.filter(({ matches }) => matches.size === 0).map(({ term }) => term));
  if (unknown.size === 0) return null;
  let best: Answer | null = null;
  let highest = -Infinity;
  const terms = found.map(({ term }) => term);
  for (const { terms: meant, distance } of await engine.correct(terms, (term) => unknown.has(term))) {
    const records = await holdingAll(await findEach(meant, engine, false), engine);
    const score = (records[0]?.score ?? -Infinity) - distance;
    if (score <= highest) continue;
    highest = score;
    const corrected = meant.map(({ text, isPhrase }) => (isPhrase ? `« ${text} »` : text)).join(' ');
    best = { ...NOTHING, records, corrected };
  }
  return best;
}

/** Whether a term has several words: a phrase, or « capital-risque ». */
const hasWords = ({ isPhrase, text }: Term) => isPhrase || text.includes('-');

import type { RankedTexts } from './closeness.ts';
import type { Term } from './question.ts';

/** The match of one term in one record. */
export interface Match {
  /** How well the record matches this term, weighted by `FIELD_WEIGHTS`; above 0. */
  score: number;
  /** Whether the record's title, other names or tags contain the term: the record is then about it. */
  isNamed: boolean;
}

/** The records that contain a term, by the identifiers of the engine. */
export type Matches = ReadonlyMap<string, Match>;

/**
 * The interface of a search engine. An engine only looks up one term at a time in all records; `answerQuestion`
 * (ladder.ts) interprets questions in the same way for every engine.
 */
export interface SearchEngine {
  /** Number of records in the index. */
  size: number;
  /**
   * Finds the records that contain a term; none when the term is unknown. A word also matches its inflections («
   * obligation », « obligations ») whatever its case and accents, and may match words that it begins (« géotech »). A
   * phrase matches word for word, with its accents when `exactAccents` is true.
   */
  find(term: Term, exactAccents: boolean): Promise<Matches>;
  /**
   * Proposes corrections from the words of the index, when at least one term is unknown; none when no word is near
   * enough. It is called only when no record contains all terms.
   */
  correct(terms: readonly Term[], isUnknown: (term: Term) => boolean): Promise<Correction[]>;
  /** Reads the texts that rank a record. It is called for the few best records only. */
  read(id: string): Promise<RankedTexts>;
}

/** The question that a reader probably meant. */
export interface Correction {
  terms: Term[];
  /** Edit distance from the question as typed, in letters. */
  distance: number;
}

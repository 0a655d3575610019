import type { RankedTexts } from './closeness.ts';
import type { Term } from './question.ts';

/** What an engine found for one term in one record. */
export interface Match {
  /** How well the record answers this term alone, by `FIELD_WEIGHTS`; above 0. */
  score: number;
  /** Whether its title, other names or tags hold the term: then the record is about it. */
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
   * Proposes what the reader probably meant, when at least one term was not found, by the words of the index; none when
   * nothing is near enough. It is called only when a question finds nothing.
   */
  correct(terms: readonly Term[], isUnknown: (term: Term) => boolean): Promise<Correction[]>;
  /** Reads what the ranking needs of a record; only the few best are read. */
  read(id: string): Promise<RankedTexts>;
}

/** What a reader probably meant. */
export interface Correction {
  terms: Term[];
  /** How far it is from what was typed, in letters. */
  distance: number;
}

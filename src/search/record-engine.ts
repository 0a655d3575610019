import type { RankedTexts } from './question/closeness.ts';
import type { SearchEngine } from './question/engine.ts';
import type { RecordKind } from './search-record.ts';
import type { SearchRequest } from './search-request.ts';

/** The metadata that the index stores for a result: see src/search/index/pagefind-record.ts. Empty fields are left out. */
export interface ResultMeta {
  kind: RecordKind;
  title: string;
  otherNames?: string;
  section?: string;
  accent?: string;
  /** « 21 juin 2024 » */
  date?: string;
  /** `2024-06-21` */
  day?: string;
  /** Path of its cover, below the base path. */
  image?: string;
  /** The `object-position` of the cover, in percent, unless it is its middle. */
  crop?: string;
  /** Names of its tags. */
  tags?: string;
  /** Headings of its text. */
  headings?: string;
  authors?: string;
}

/** A record as an index stores it. */
export interface LoadedRecord {
  /** Address of the page, with the base path of the site. */
  url: string;
  /** Its address in the index, without the base path. */
  raw_url: string;
  raw_content: string;
  meta: ResultMeta;
}

/** An engine for the ladder of questions, with what a page of results needs beyond it. */
export interface RecordEngine extends SearchEngine {
  /** Every record. */
  ids: readonly string[];
  /** Whether a record is that of an author, a tag, a section or a page. */
  isList(id: string): boolean;
  /** Returns the articles within the filters of a request, in its order unless it is relevance. */
  narrow(ids: readonly string[], request: SearchRequest): Promise<string[]>;
  /** Loads a record. */
  load(id: string): Promise<LoadedRecord>;
}

/** Metadata that says what a record is about. */
export const NAMING_FIELDS: ReadonlySet<string> = new Set(['title', 'otherNames', 'tags']);

/** What the ranking reads of a record. */
export function rankedTexts({ raw_content: text, meta }: LoadedRecord): RankedTexts {
  const { title, otherNames = '', tags = '', headings = '' } = meta;
  return { title, names: `${otherNames}, ${tags}. ${headings}`, text };
}

import type { RankedTexts } from './question/closeness.ts';
import type { SearchEngine } from './question/engine.ts';
import type { RecordKind } from './search-record.ts';
import type { SearchRequest } from './search-request.ts';

/** The metadata that the index stores for a result, as pagefind-record.ts writes it. Empty fields are omitted. */
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
  /** The `object-position` of the cover, in percent; omitted when it is the middle. */
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
  /** Address of the page, without the base path. */
  raw_url: string;
  raw_content: string;
  meta: ResultMeta;
}

/** A search engine that also provides what a page of results needs. */
export interface RecordEngine extends SearchEngine {
  /** The ids of all records. */
  ids: readonly string[];
  /** Whether a record is an author, a tag, a section or a page, rather than an article. */
  isList(id: string): boolean;
  /** Returns the articles that match the filters of a request, sorted by date if the request asks for it. */
  narrow(ids: readonly string[], request: SearchRequest): Promise<string[]>;
  /** Loads a record. */
  load(id: string): Promise<LoadedRecord>;
}

/** Metadata fields that name the subject of a record. */
export const NAMING_FIELDS: ReadonlySet<string> = new Set(['title', 'otherNames', 'tags']);

/** Returns the searched texts of a record, one per field. */
export function searchedTexts({ raw_content, meta }: LoadedRecord): string[] {
  const { title, otherNames = '', tags = '', headings = '', section = '', authors = '', date = '' } = meta;
  return [title, otherNames, tags, headings, section, authors, date, raw_content];
}

/** Returns the texts of a record that ranking uses. */
export function rankedTexts({ raw_content: text, meta }: LoadedRecord): RankedTexts {
  const { title, otherNames = '', tags = '', headings = '' } = meta;
  return { title, names: `${otherNames}, ${tags}. ${headings}`, text };
}

/** Kinds of records. Each kind has its own pages. */
export const RECORD_KINDS = ['article', 'auteur', 'etiquette', 'rubrique', 'page'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/**
 * The data of an article, an author, a tag, a section or a page that every search engine indexes. Texts are in French
 * typography; engines normalize them with `foldText`.
 */
export interface SearchRecord {
  kind: RecordKind;
  /** Address without the base path, which identifies the record: `/articles/voiture-autonome/`. */
  url: string;
  title: string;
  /** Other names that readers use, even if the page does not contain them: « AI Act ». */
  otherNames: readonly string[];
  /** The lead of an article, the description of the others. */
  lead: string;
  headings: readonly string[];
  /** The words of its body, captions of figures included. */
  text: string;
  /** Caption and credit of the cover. */
  captions: readonly string[];
  /** « Title, publisher » of each source. */
  sources: readonly string[];
  authors: readonly string[];
  /** Names of its tags, with their other names. */
  tags: readonly string[];
  /** Name and colour of the section of an article or of a sub-section. */
  section: { name: string; accent: string } | null;
  /** « 21 juin 2024 », and `2024-06-21`; `null` for a record without date. */
  date: { shown: string; day: string } | null;
  /** Path of the cover, below the base path, and its horizontal `object-position` in percent unless it is the middle. */
  picture: { path: string; crop: number | null } | null;
  /** Values that readers filter by: slugs of sections, slugs of tags, years. */
  filters: Readonly<Record<'rubrique' | 'etiquette' | 'annee', readonly string[]>>;
}

/** Weights of the searched fields, relative to a word of the text. Both engines rank with this table. */
export const FIELD_WEIGHTS = {
  title: 8,
  otherNames: 8,
  tags: 4,
  headings: 3,
  section: 2,
  authors: 2,
  date: 1,
  text: 1,
} as const;

/** All names of a record, one per line: its title, other names and tags. */
export function namesOf({ title, otherNames, tags }: SearchRecord): string {
  return [title, ...otherNames, ...tags].join('\n');
}

/** All searched texts of a record, one per line. */
export function searchedText(record: SearchRecord): string {
  const { lead, headings, text, captions, sources, authors, section, date } = record;
  const shown = [...authors, section?.name ?? '', date?.shown ?? ''];
  return [namesOf(record), ...shown, ...headings, lead, text, ...captions, ...sources].join('\n');
}

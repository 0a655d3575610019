/** The order of results. */
export type SearchOrder = 'pertinence' | 'recents' | 'anciens';

/** A search request. Empty fields are ignored. */
export interface SearchRequest {
  query: string;
  /** Slug of a section or sub-section. */
  section: string;
  /** Slug of a tag. */
  tag: string;
  year: string;
  order: SearchOrder;
  /** Whether to search misspelt words as they are typed. */
  isVerbatim: boolean;
}

/** The empty search. */
export const BLANK: SearchRequest = {
  query: '',
  section: '',
  tag: '',
  year: '',
  order: 'pertinence',
  isVerbatim: false,
};

const ORDERS: readonly string[] = ['pertinence', 'recents', 'anciens'] satisfies SearchOrder[];

/** Reads a request from a URL or a form, and ignores invalid values. */
export function readRequest(fields: URLSearchParams): SearchRequest {
  const field = (name: string) => fields.get(name)?.trim() ?? '';
  const order = field('tri');
  return {
    query: field('q'),
    section: field('rubrique'),
    tag: field('etiquette'),
    year: field('annee'),
    order: ORDERS.includes(order) ? (order as SearchOrder) : 'pertinence',
    isVerbatim: field('tel-quel') !== '',
  };
}

/** Writes a request as a query string, `?q=…`, without empty fields, so that each request has only one URL. */
export function writeRequest({ query, section, tag, year, order, isVerbatim }: SearchRequest): string {
  const fields = new URLSearchParams();
  if (query) fields.set('q', query);
  if (section) fields.set('rubrique', section);
  if (tag) fields.set('etiquette', tag);
  if (year) fields.set('annee', year);
  if (order !== 'pertinence') fields.set('tri', order);
  if (query && isVerbatim) fields.set('tel-quel', '1');
  return fields.size > 0 ? `?${fields.toString()}` : '';
}

/** Whether a request filters by section, tag or year. */
export function isNarrowed({ section, tag, year }: SearchRequest): boolean {
  return Boolean(section || tag || year);
}

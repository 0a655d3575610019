/** In what order results come. */
export type SearchOrder = 'pertinence' | 'recents' | 'anciens';

/** What a reader asks of the search; an empty text asks nothing. */
export interface SearchRequest {
  query: string;
  /** Slug of a section or sub-section. */
  section: string;
  /** Slug of a tag. */
  tag: string;
  year: string;
  order: SearchOrder;
}

/** Asks nothing. */
export const BLANK: SearchRequest = { query: '', section: '', tag: '', year: '', order: 'pertinence' };

const ORDERS: readonly string[] = ['pertinence', 'recents', 'anciens'] satisfies SearchOrder[];

/** Reads a request from an address or a form. What an address should not hold is left out. */
export function readRequest(fields: URLSearchParams): SearchRequest {
  const field = (name: string) => fields.get(name)?.trim() ?? '';
  const order = field('tri');
  return {
    query: field('q'),
    section: field('rubrique'),
    tag: field('etiquette'),
    year: field('annee'),
    order: ORDERS.includes(order) ? (order as SearchOrder) : 'pertinence',
  };
}

/** Writes a request as the end of an address, `?q=…`; only what was asked, so that one request has one address. */
export function writeRequest({ query, section, tag, year, order }: SearchRequest): string {
  const fields = new URLSearchParams();
  if (query) fields.set('q', query);
  if (section) fields.set('rubrique', section);
  if (tag) fields.set('etiquette', tag);
  if (year) fields.set('annee', year);
  if (order !== 'pertinence') fields.set('tri', order);
  return fields.size > 0 ? `?${fields.toString()}` : '';
}

/** Whether articles are narrowed to a section, a tag or a year. */
export function isNarrowed({ section, tag, year }: SearchRequest): boolean {
  return Boolean(section || tag || year);
}

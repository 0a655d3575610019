import { formatNumber } from '#lib/numbers.ts';
import type { SearchRequest } from './search-request.ts';
import { unfoldText } from './search-text.ts';
import { shorten } from '#lib/typography/shorten.ts';

/** Status messages, with the variables `{count}`, `{query}` and `{title}`. */
export interface StatusLabels {
  loading: string;
  one: string;
  many: string;
  about: string;
  none: string;
  noneAbout: string;
  narrowed: string;
  loose: string;
  title: string;
}

/** A longer query is shortened, in characters. */
const LONGEST_QUERY = 60;

/** Returns the status of a search: the number of results, or, if there are none, the number without filters. */
export function statusOf(
  labels: StatusLabels,
  { query }: Pick<SearchRequest, 'query'>,
  { total, unfiltered, isLoose = false }: { total: number; unfiltered: number; isLoose?: boolean },
): string {
  const counted = (count: number) =>
    count < 2 ? labels.one : fill(labels.many, { count: formatNumber(count) });
  const shown = shownQuery(query);
  if (isLoose) return fill(labels.loose, { count: counted(total), query: shown });
  if (total > 0) return query ? fill(labels.about, { count: counted(total), query: shown }) : counted(total);
  const none = query ? fill(labels.noneAbout, { query: shown }) : labels.none;
  return unfiltered > 0 ? `${none} ${fill(labels.narrowed, { count: counted(unfiltered) })}` : none;
}

/** The title of the page for a query. */
export function titleOf(
  labels: StatusLabels,
  { query }: Pick<SearchRequest, 'query'>,
  title: string,
): string {
  return query ? fill(labels.title, { query: shownQuery(query), title }) : title;
}

function shownQuery(query: string): string {
  const { shown, rest } = shorten(unfoldText(query.replace(/["«»“”]/gu, '').trim()), LONGEST_QUERY);
  return rest ? `${shown}…` : shown;
}

/** A replacer function, because « $& » in a query must stay text. */
function fill(label: string, values: Readonly<Record<string, string>>): string {
  return label.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}

import { formatNumber } from '#lib/numbers.ts';
import type { Found } from './search-engine.ts';
import type { SearchRequest } from './search-request.ts';
import { unfoldText } from './search-text.ts';
import { shorten } from '#lib/typography/shorten.ts';

/** Status messages, with the variables `{count}`, `{query}`, `{others}` and `{title}`. */
export interface StatusLabels {
  one: string;
  many: string;
  about: string;
  none: string;
  noneAbout: string;
  narrowed: string;
  loose: string;
  partial: string;
  corrected: string;
  otherOne: string;
  otherMany: string;
  also: string;
  alone: string;
  title: string;
}

/** In characters: a longer query is shortened. */
const LONGEST_QUERY = 60;

/**
 * Returns the status message of a search: the number of results, and how the answer differs from the question. Without
 * results, it gives the number of results without filters.
 */
export function statusOf(
  labels: StatusLabels,
  { query }: Pick<SearchRequest, 'query'>,
  found: Pick<Found, 'total' | 'unfiltered' | 'lists' | 'isLoose' | 'isPartial' | 'corrected'>,
): string {
  const { total, unfiltered, isLoose, isPartial, corrected } = found;
  const counted = (count: number) =>
    count < 2 ? labels.one : fill(labels.many, { count: formatNumber(count) });
  const values = { count: counted(total), query: shownQuery(corrected ?? query), others: '' };
  const { length } = found.lists;
  if (length > 0)
    values.others = length < 2 ? labels.otherOne : fill(labels.otherMany, { count: formatNumber(length) });
  if (total === 0 && length > 0) return fill(labels.alone, values);
  if (total === 0) {
    const none = query ? fill(labels.noneAbout, values) : labels.none;
    return unfiltered > 0 ? `${none} ${fill(labels.narrowed, { count: counted(unfiltered) })}` : none;
  }
  if (!query) return values.count;
  const label = isPartial
    ? labels.partial
    : isLoose
      ? labels.loose
      : corrected
        ? labels.corrected
        : labels.about;
  return fill(label, values) + (length > 0 ? fill(labels.also, values) : '');
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

/** Replaces the variables of a label. It uses a replacer function, because « $& » in a query must stay text. */
function fill(label: string, values: Readonly<Record<string, string>>): string {
  return label.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}

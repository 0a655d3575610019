import { formatDate } from '#lib/dates.ts';
import type { KeptArticle } from './reading-list-cache.ts';

/** The words of the list; `{date}` and `{title}` are put in. */
export interface KeptLabels {
  sentOn: string;
  remove: string;
  removeOf: string;
}

/** An article that this device keeps, as an item of the list. */
export function keptItem(labels: KeptLabels, article: KeptArticle): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = article.address;
  link.textContent = article.title;
  const date = document.createElement('span');
  date.textContent = labels.sentOn.replace('{date}', formatDate(new Date(article.date)));
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['address'] = article.address;
  button.textContent = labels.remove;
  button.setAttribute('aria-label', labels.removeOf.replace('{title}', article.title));
  item.append(link, date, button);
  return item;
}

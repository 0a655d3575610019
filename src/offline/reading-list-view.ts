import { formatDate } from '#lib/dates.ts';
import type { CachedArticle } from '#offline/worker/cached-articles.ts';

/** The labels of the list, in which `{date}` and `{title}` are placeholders. */
export interface ReadingListLabels {
  sentOn: string;
  remove: string;
  removeOf: string;
}

/** Creates the list item of a cached article, with a button that removes it. */
export function createItem(labels: ReadingListLabels, article: CachedArticle): HTMLLIElement {
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

import { addresses } from './addresses.ts';

/** Addresses of the feeds of a list. */
export interface FeedLinks {
  title: string;
  rss: string;
  json: string;
}

/**
 * Returns the addresses of the feeds of a list.
 *
 * @param title of the feed
 * @param path of the list; `[]` for the whole magazine
 */
export function feedLinks(title: string, path: readonly string[]): FeedLinks {
  return { title, rss: addresses.feed(path, 'xml'), json: addresses.feed(path, 'json') };
}

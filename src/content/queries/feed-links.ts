import { addresses } from './addresses.ts';

/** Where a list can be followed from a feed reader. */
export interface FeedLinks {
  title: string;
  rss: string;
  json: string;
}

/**
 * The addresses of the feed of a list.
 *
 * @param title what the feed is called
 * @param path the path of the list, `[]` for the whole magazine
 */
export function feedLinks(title: string, path: readonly string[]): FeedLinks {
  return { title, rss: addresses.feed(path, 'xml'), json: addresses.feed(path, 'json') };
}

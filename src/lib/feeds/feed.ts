/** An article in a feed, complete; every address in it is absolute. */
export interface FeedItem {
  /** A permanent identifier, which stays the same when the address changes. */
  id: string;
  url: string;
  title: string;
  summary: string;
  /** The whole article, without styles or scripts. */
  html: string;
  picture: { url: string; alt: string; width: number; height: number; type: string } | null;
  /** ISO 8601, with an offset. */
  publishedAt: string;
  changedAt: string;
  authors: { name: string; url: string | null }[];
  tags: string[];
}

/** A feed, before it is written in a format; addresses are absolute. */
export interface Feed {
  title: string;
  description: string;
  /** The page that lists the same articles. */
  home: string;
  /** Address of the feed in RSS. */
  rss: string;
  /** Address of the feed in JSON Feed; `null` for a feed that exists in RSS only. */
  json: string | null;
  icon: string;
  /** The licence under which the texts may be used. */
  rights: string;
  /** Newest first. */
  items: FeedItem[];
}

/** The date of the last change in the feed; `undefined` when it is empty. */
export function latestChange({ items }: Feed): string | undefined {
  return items.map(({ changedAt }) => changedAt).sort((a, b) => Date.parse(b) - Date.parse(a))[0];
}

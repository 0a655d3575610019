/** An article in a feed, complete; every address in it is absolute. */
export interface FeedItem {
  /** What names it for good, even when it moves. */
  id: string;
  url: string;
  title: string;
  summary: string;
  /** The whole article, for readers that have neither our styles nor our scripts. */
  html: string;
  picture: { url: string; alt: string; width: number; height: number; type: string } | null;
  /** With their offset. */
  publishedAt: string;
  changedAt: string;
  authors: { name: string; url: string | null }[];
  tags: string[];
}

/** A feed in no format yet; every address in it is absolute. */
export interface Feed {
  title: string;
  description: string;
  /** The page whose articles it brings. */
  home: string;
  /** Its own address in each format; some feeds have only the first. */
  rss: string;
  json: string | null;
  icon: string;
  /** Newest first. */
  items: FeedItem[];
}

/** When one of its articles last changed; nothing for a feed without any. */
export function latestChange({ items }: Feed): string | undefined {
  return items.map(({ changedAt }) => changedAt).sort((a, b) => Date.parse(b) - Date.parse(a))[0];
}

import type { Feed, FeedItem } from './feed.ts';

/** Writes a feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function writeJsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.home,
    feed_url: feed.json ?? undefined,
    icon: feed.icon,
    language: 'fr',
    items: feed.items.map(writeItem),
  });
}

function writeItem(item: FeedItem) {
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    summary: item.summary,
    content_html: item.html,
    image: item.picture?.url,
    date_published: item.publishedAt,
    date_modified: item.changedAt,
    authors: item.authors.map(({ name, url }) => ({ name, url: url ?? undefined })),
    tags: item.tags,
    language: 'fr',
  };
}

import { getRssString } from '@astrojs/rss';
import XMLBuilder from 'fast-xml-builder';
import { type Feed, type FeedItem, latestChange } from './feed.ts';

const builder = new XMLBuilder({ ignoreAttributes: false, suppressBooleanAttributes: false });

/** An XML fragment, for elements that `@astrojs/rss` has no option for. */
function fragment(elements: Record<string, unknown>): string {
  return builder.build(elements);
}

/** Writes a feed as RSS 2.0 with full articles and pictures (profile of the RSS Advisory Board). */
export function writeRss(feed: Feed): Promise<string> {
  const changed = latestChange(feed);
  return getRssString({
    title: feed.title,
    description: feed.description,
    site: feed.home,
    xmlns: {
      atom: 'http://www.w3.org/2005/Atom',
      dc: 'http://purl.org/dc/elements/1.1/',
      media: 'http://search.yahoo.com/mrss/',
    },
    customData: fragment({
      language: 'fr',
      copyright: feed.rights,
      ...(changed === undefined ? {} : { lastBuildDate: new Date(changed).toUTCString() }),
      'atom:link': { '@_href': feed.rss, '@_rel': 'self', '@_type': 'application/rss+xml' },
      image: { url: feed.icon, title: feed.title, link: feed.home },
    }),
    items: feed.items.map(writeItem),
  });
}

function writeItem({
  id,
  url,
  title,
  summary,
  html,
  publishedAt,
  changedAt,
  tags,
  picture,
  authors,
}: FeedItem) {
  return {
    title,
    link: url,
    description: summary,
    content: html,
    pubDate: new Date(publishedAt),
    categories: tags,
    customData: fragment({
      guid: { '@_isPermaLink': 'false', '#text': id },
      'atom:updated': changedAt,
      'dc:creator': authors.map(({ name }) => name),
      ...(picture ? describePicture(picture) : {}),
    }),
  };
}

/** The picture in Media RSS. */
function describePicture({ url, type, width, height, alt }: NonNullable<FeedItem['picture']>) {
  return {
    'media:content': {
      '@_url': url,
      '@_medium': 'image',
      '@_type': type,
      '@_width': width,
      '@_height': height,
      'media:description': { '@_type': 'plain', '#text': alt },
    },
  };
}

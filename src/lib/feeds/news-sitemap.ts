import XMLBuilder from 'fast-xml-builder';
import { DAY } from '#lib/durations.ts';

/** In milliseconds: Google News reads only articles of the last two days. */
const MAX_AGE = 2 * DAY;
/** The maximum per file that Google News allows. */
const MAX_ARTICLES = 1000;

export interface NewsArticle {
  /** Absolute. */
  url: string;
  title: string;
  /** ISO 8601, with an offset. */
  publishedAt: string;
}

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true });

/**
 * Writes a news sitemap (Google's `sitemap-news/0.9`), which may be empty.
 *
 * @param articles newest first; iterated no further than necessary
 * @param magazine the name of the publication
 * @param now articles published later, or more than two days before, are omitted
 */
export function writeNewsSitemap(articles: Iterable<NewsArticle>, magazine: string, now: Date): string {
  const recent: NewsArticle[] = [];
  for (const article of articles) {
    const age = now.getTime() - new Date(article.publishedAt).getTime();
    // The following articles are older.
    if (age > MAX_AGE || recent.length === MAX_ARTICLES) break;
    if (age >= 0) recent.push(article);
  }
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    urlset: {
      '@_xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
      '@_xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
      url: recent.map(({ url, title, publishedAt }) => ({
        loc: url,
        'news:news': {
          'news:publication': { 'news:name': magazine, 'news:language': 'fr' },
          'news:publication_date': publishedAt,
          'news:title': title,
        },
      })),
    },
  });
}

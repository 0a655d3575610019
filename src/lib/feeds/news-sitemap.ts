import XMLBuilder from 'fast-xml-builder';

/** Google News reads what is at most two days old, at most a thousand articles a file. */
const MOST_AGE = 2 * 24 * 60 * 60 * 1000;
const MOST_ARTICLES = 1000;

export interface NewsArticle {
  /** Absolute. */
  url: string;
  title: string;
  /** With its offset. */
  publishedAt: string;
}

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true });

/**
 * Writes the sitemap of the news (Google's `sitemap-news/0.9`); one without articles is valid.
 *
 * @param articles newest first; no more are asked for than are read
 * @param magazine the publication's name
 * @param now what is published later, or two days before, is left out
 */
export function writeNewsSitemap(articles: Iterable<NewsArticle>, magazine: string, now: Date): string {
  const recent: NewsArticle[] = [];
  for (const article of articles) {
    const age = now.getTime() - new Date(article.publishedAt).getTime();
    // All that follow are older.
    if (age > MOST_AGE || recent.length === MOST_ARTICLES) break;
    if (age >= 0) recent.push(article);
  }
  return String(
    builder.build({
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
    }),
  );
}

import type { APIRoute } from 'astro';
import { absolute } from '#content/queries/addresses.ts';
import { type ArticleSummary, getArticles } from '#content/queries/articles.ts';
import { readPublication } from '#content/files/publication.ts';
import { getSite } from '#content/queries/site.ts';
import { type NewsArticle, writeNewsSitemap } from '#lib/feeds/news-sitemap.ts';

export const GET: APIRoute = async () => {
  const { name } = await getSite();
  return new Response(writeNewsSitemap(newsOf(await getArticles()), name, readPublication().now), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
};

/** Lazy, because the sitemap reads only the first few of thousands of articles. */
function* newsOf(articles: readonly ArticleSummary[]): Iterable<NewsArticle> {
  for (const { href, title, publishedAt } of articles)
    yield { url: absolute(href), title, publishedAt: publishedAt.instant };
}

import type { APIRoute } from 'astro';
import { absolute } from '#content/addresses.ts';
import { getArticles } from '#content/articles.ts';
import { readPublication } from '#content/publication.ts';
import { getSite } from '#content/site.ts';
import { writeNewsSitemap } from '#lib/news-sitemap.ts';

export const GET: APIRoute = async () => {
  const { name } = await getSite();
  const articles = (await getArticles()).map(({ href, title, publishedAt }) => ({
    url: absolute(href),
    title,
    publishedAt: publishedAt.instant,
  }));
  return new Response(writeNewsSitemap(articles, name, readPublication().now), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
};

import type { APIRoute } from 'astro';
import { getPublished } from '#content/queries/articles.ts';
import type { ExistingArticle } from '#search/near-article.ts';

export const GET: APIRoute = async () => {
  const articles = (await getPublished()).map(
    ({ summary: { title, description, href } }): ExistingArticle => ({ title, description, address: href }),
  );
  return new Response(JSON.stringify(articles), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};

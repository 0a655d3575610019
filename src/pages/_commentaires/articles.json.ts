import type { APIRoute } from 'astro';
import { getKnownArticles } from '#content/queries/comments.ts';

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(await getKnownArticles()), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });

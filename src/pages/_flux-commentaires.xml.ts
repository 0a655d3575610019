import type { APIRoute } from 'astro';
import { getCommentFeed } from '#content/queries/comment-feed.ts';
import { writeRss } from '#lib/feeds/rss.ts';

export const GET: APIRoute = async () =>
  new Response(await writeRss(await getCommentFeed()), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });

import type { APIRoute, GetStaticPaths } from 'astro';
import { feedKey } from '#content/queries/cache-keys.ts';
import { type FeedSubject, getFeedSubjects } from '#content/queries/feeds.ts';
import { renderFeed } from '#layouts/feed.ts';
import { writeRss } from '#lib/feeds/rss.ts';

export const getStaticPaths = (async () =>
  (await getFeedSubjects()).map((subject) => ({
    params: { list: subject.path },
    props: { subject },
    cacheKey: feedKey(subject),
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ subject: FeedSubject }> = async ({ props }) =>
  new Response(await writeRss(await renderFeed(props.subject)), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });

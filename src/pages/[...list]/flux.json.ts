import type { APIRoute, GetStaticPaths } from 'astro';
import { feedKey } from '#content/queries/cache-keys.ts';
import { type FeedSubject, getFeedSubjects } from '#content/queries/feeds.ts';
import { renderFeed } from '#layouts/feed.ts';
import { writeJsonFeed } from '#lib/feeds/json-feed.ts';

export const getStaticPaths = (async () =>
  (await getFeedSubjects()).map((subject) => ({
    params: { list: subject.path },
    props: { subject },
    cacheKey: feedKey(subject),
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ subject: FeedSubject }> = async ({ props }) =>
  new Response(writeJsonFeed(await renderFeed(props.subject)), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });

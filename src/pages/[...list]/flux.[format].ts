import type { APIRoute } from 'astro';
import { feedKey } from '#content/queries/cache-keys.ts';
import { type FeedSubject, getFeedSubjects } from '#content/queries/feeds.ts';
import { renderFeed } from '#layouts/feed.ts';
import { writeJsonFeed } from '#lib/feeds/json-feed.ts';
import { writeRss } from '#lib/feeds/rss.ts';

const FORMATS = {
  json: { write: writeJsonFeed, type: 'application/feed+json' },
  xml: { write: writeRss, type: 'application/rss+xml' },
};

interface Props {
  subject: FeedSubject;
  format: keyof typeof FORMATS;
}

/** The feeds of all lists, in both formats. */
export async function getStaticPaths() {
  return (await getFeedSubjects()).flatMap((subject) =>
    (['json', 'xml'] as const).map((format) => ({
      params: { list: subject.path, format },
      props: { subject, format },
      cacheKey: feedKey(subject),
    })),
  );
}

export const GET: APIRoute<Props> = async ({ props: { subject, format } }) => {
  const { write, type } = FORMATS[format];
  return new Response(await write(await renderFeed(subject)), {
    headers: { 'Content-Type': `${type}; charset=utf-8` },
  });
};

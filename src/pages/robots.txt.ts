import type { APIRoute } from 'astro';
import { absolute, addresses } from '#content/queries/addresses.ts';
import { getSite } from '#content/queries/site.ts';
import { writeRobots } from '#lib/well-known/robots.ts';

/** Previews are for editors only, so they refuse all crawlers. */
const REFUSAL = 'User-agent: *\nDisallow: /\n';

export const GET: APIRoute = async () => {
  const { crawlers, home, preview } = await getSite();
  const sitemaps = ['sitemap-index.xml', 'sitemap-actualites.xml'].map((file) =>
    absolute(addresses.file(file)),
  );
  return new Response(preview ? REFUSAL : writeRobots(crawlers, home, sitemaps), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};

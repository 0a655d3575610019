import type { APIRoute } from 'astro';
import { getSite } from '#content/queries/site.ts';
import { writeTdmReservation } from '#lib/well-known/robots.ts';

export const GET: APIRoute = async () => {
  const { crawlers, home } = await getSite();
  return new Response(writeTdmReservation(crawlers, home), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};

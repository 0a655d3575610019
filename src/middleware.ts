import { defineMiddleware } from 'astro:middleware';
import { finishPage } from '#lib/html/finish-page.ts';

/**
 * Finishes each page after it is rendered. The development server sends pages unfinished, for Astro's tools.
 *
 * Astro's own policy (`security.csp`) ignores scripts written `is:inline`, and puts the hashes of all in every page.
 */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  const isPage = response.headers.get('content-type')?.includes('text/html') ?? false;
  if (import.meta.env.DEV || !isPage) return response;
  return new Response(finishPage(await response.text()), response);
});

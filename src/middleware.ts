import { defineMiddleware } from 'astro:middleware';
import { finishPage } from '#lib/html/finish-page.ts';

/**
 * Finishes each page where it is rendered. The development server gives pages as they are, for Astro's tools.
 *
 * Astro's own policy (`security.csp`) does not know scripts written `is:inline`, and gives every page the hashes of all.
 */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  const isPage = response.headers.get('content-type')?.includes('text/html') ?? false;
  if (import.meta.env.DEV || !isPage) return response;
  return new Response(finishPage(await response.text()), response);
});

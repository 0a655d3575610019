import { defineMiddleware } from 'astro:middleware';
import { slimPage } from '#lib/slim-page.ts';

/** What is published is lighter; the development server gives the page as it is, for its tools to find their way. */
export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  const isPage = response.headers.get('content-type')?.includes('text/html') ?? false;
  if (!isPage || import.meta.env.DEV) return response;
  return new Response(slimPage(await response.text()), response);
});

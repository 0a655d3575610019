import { defineMiddleware } from 'astro:middleware';
import { helpers } from '#content/helper-threads.ts';

/**
 * What is published is lighter, and says what it lets run; the development server gives the page as it is, for its
 * tools to find their way.
 */
export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  const isPage = response.headers.get('content-type')?.includes('text/html') ?? false;
  const finish = helpers()?.finish;
  if (!isPage || !finish) return response;
  return new Response(await finish(await response.arrayBuffer()), response);
});

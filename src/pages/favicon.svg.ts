import type { APIRoute } from 'astro';
import { readIcon } from '#content/files/site-look.ts';

/** The icon of the magazine. The content check has verified that it is safe. */
export const GET: APIRoute = () =>
  new Response(readIcon(process.cwd()), { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } });

import type { Hono } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import { readPath } from './site-files.ts';
import type { StaticSite } from './static-site.ts';

/**
 * The site and the service of comments as one application.
 *
 * @param mount where comments are taken, with its last slash; `null` when they are not taken here
 */
export function wholeSite(
  site: StaticSite,
  mount: string | null,
  comments: Pick<Hono, 'fetch'> | null,
): StaticSite {
  const isComments = (target = '') => {
    const [address = ''] = target.split('?', 1);
    return mount !== null && (readPath(address)?.startsWith(mount) ?? false);
  };
  return {
    async fetch(request, environment) {
      const { url } = environment.incoming as HttpBindings['incoming'];
      return comments && isComments(url)
        ? comments.fetch(request, environment)
        : site.fetch(request, environment);
    },
  };
}

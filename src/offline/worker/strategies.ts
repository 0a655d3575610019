import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { formatDate } from '#lib/dates.ts';
import { addNotice } from './cached-articles.ts';
import { dateOf, expiration, names } from './runtime-caches.ts';
import { settings } from './settings.ts';

/** In seconds. After this, a cached copy is shown if there is one; the late response is still cached. */
const NETWORK_TIMEOUT = 8;

/** Articles come from the network, or else from a cached copy, which contains a notice. */
export const articleStrategy = new NetworkFirst({
  cacheName: names.read,
  networkTimeoutSeconds: NETWORK_TIMEOUT,
  plugins: [
    expiration.read,
    {
      cacheKeyWillBeUsed: ({ request }) => Promise.resolve(withoutQuery(request)),

      fetchDidSucceed: async ({ request, response }) => {
        // A server error counts as an unreachable network.
        if (response.status >= 500) throw new Error(`${response.status}`);
        const address = withoutQuery(request);
        const saved = await caches.open(names.saved);
        if (response.status === 404 || response.status === 410) {
          // The article was withdrawn.
          const read = await caches.open(names.read);
          await Promise.all([saved.delete(address), read.delete(address)]);
        } else if (response.status === 200 && (await saved.match(address))) {
          await saved.put(address, response.clone());
        }
        return response;
      },

      cacheWillUpdate: ({ request, response }) => {
        // A prefetched page may never be read. When it is opened, its script asks the worker to cache it.
        const isPrefetch = request.headers.get('sec-purpose')?.startsWith('prefetch') ?? false;
        const isCacheable = response.status === 200 && !response.redirected && !isPrefetch;
        return Promise.resolve(isCacheable ? response : null);
      },

      cachedResponseWillBeUsed: async ({ request, cachedResponse }) => {
        const copy = cachedResponse ?? (await matchSaved(request));
        if (!copy) return null;
        const notice = settings.notice.replace('{date}', formatDate(new Date(dateOf(copy))));
        const { status, headers } = copy;
        return new Response(addNotice(await copy.text(), notice), { status, headers });
      },
    },
  ],
});

/** Hashed files never change, so they come from the caches first: that of files, then that of saved articles. */
export const fileStrategy = new CacheFirst({
  cacheName: names.files,
  plugins: [
    expiration.files,
    {
      cachedResponseWillBeUsed: async ({ request, cachedResponse }) => cachedResponse ?? matchSaved(request),
    },
  ],
});

function withoutQuery(request: Request): string {
  const { origin, pathname } = new URL(request.url);
  return origin + pathname;
}

async function matchSaved(request: Request): Promise<Response | null> {
  const saved = await caches.open(names.saved);
  return (await saved.match(request, { ignoreVary: true, ignoreSearch: true })) ?? null;
}

import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { formatDate } from '#lib/dates.ts';
import { addNotice } from './cached-articles.ts';
import { dateOf, expiration, names } from './runtime-caches.ts';
import { settings } from './settings.ts';

/** In seconds. A slower network counts as down when there is a cached copy; its response is cached all the same. */
const NETWORK_TIMEOUT = 8;

/** Articles come from the network first, and otherwise from a cached copy, which says that it is a copy. */
export const articleStrategy = new NetworkFirst({
  cacheName: names.read,
  networkTimeoutSeconds: NETWORK_TIMEOUT,
  plugins: [
    expiration.read,
    {
      cacheKeyWillBeUsed: ({ request }) => Promise.resolve(withoutQuery(request)),

      fetchDidSucceed: async ({ request, response }) => {
        // A failing server counts as a network that is down.
        if (response.status >= 500) throw new Error(`${response.status}`);
        const address = withoutQuery(request);
        const saved = await caches.open(names.saved);
        if (response.status === 404 || response.status === 410) {
          // The magazine withdrew this article.
          const read = await caches.open(names.read);
          await Promise.all([saved.delete(address), read.delete(address)]);
        } else if (response.status === 200 && (await saved.match(address))) {
          await saved.put(address, response.clone());
        }
        return response;
      },

      cacheWillUpdate: ({ request, response }) => {
        // A prefetched page was not read: once opened, the page asks the worker to cache it.
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

/** Hashed files never change: they come from a cache first, that of saved articles included. */
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

import { addRoute, matchPrecache, precache } from 'workbox-precaching';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { CacheFirst, NetworkFirst, NetworkOnly } from 'workbox-strategies';
import { isArticle, isLasting, isLeftAlone } from './reading-list-cache.ts';
import { articleCopies, savedFiles } from './article-answers.ts';
import { bounds, names } from './caches.ts';
import { fulfil, type Wish } from './reading-list.ts';
import { settings } from './settings.ts';

declare const self: ServiceWorkerGlobalScope;

/**
 * Seconds that a network may hang before a kept copy is shown instead, marked as one. Without a copy the
 * reader goes on waiting, and the answer that comes late is kept all the same.
 */
const PATIENCE = 8;

const { base } = settings;
const articles = new NetworkFirst({
  cacheName: names.read,
  networkTimeoutSeconds: PATIENCE,
  plugins: [bounds.read, articleCopies],
});

precache(settings.shell);
addRoute({ directoryIndex: '', cleanURLs: false });

// Whatever has no route goes to the network as if there were no worker: the search index, feeds, comments.
registerRoute(
  ({ request, url, sameOrigin }) =>
    sameOrigin && isLasting(url.pathname, base) && !request.headers.has('range'),
  new CacheFirst({ cacheName: names.files, plugins: [bounds.files, savedFiles] }),
);
registerRoute(
  ({ request, url, sameOrigin }) =>
    sameOrigin && request.mode === 'navigate' && isArticle(url.pathname, base),
  articles,
);
registerRoute(
  ({ request, url, sameOrigin }) =>
    sameOrigin &&
    request.mode === 'navigate' &&
    url.pathname.startsWith(base) &&
    !isLeftAlone(url.pathname, base),
  new NetworkOnly(),
);
setCatchHandler(async ({ request }) => {
  const page = request.mode === 'navigate' ? await matchPrecache(settings.offlinePage) : undefined;
  return page ?? Response.error();
});

// Pages are never older than the network, so that a new worker may answer for those already open.
self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) =>
  event.waitUntil(answer(event, event.data as Wish).catch(() => {})),
);

async function answer(event: ExtendableMessageEvent, wish: Wish): Promise<void> {
  event.source?.postMessage(await fulfil(wish));
  // An open article that did not come through the worker: the one that brought the reader, or one fetched ahead.
  if (wish.wish !== 'state' || (await caches.match(wish.address))) return;
  await articles.handle({ event, request: new Request(wish.address) });
}

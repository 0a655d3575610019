import { addRoute, matchPrecache, precache } from 'workbox-precaching';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { NetworkOnly } from 'workbox-strategies';
import { isArticle, isCms, isHashedFile } from './cached-articles.ts';
import { answerRequest, type ReadingListRequest } from './reading-list.ts';
import { settings } from './settings.ts';
import { articleStrategy, fileStrategy } from './strategies.ts';

declare const self: ServiceWorkerGlobalScope;

const { base } = settings;

precache(settings.precached);
addRoute({ directoryIndex: '', cleanURLs: false });

// Requests that match no route go to the network, such as the search index, feeds and comments.
registerRoute(
  ({ request, url, sameOrigin }) =>
    sameOrigin && isHashedFile(url.pathname, base) && !request.headers.has('range'),
  fileStrategy,
);
registerRoute(
  ({ request, url, sameOrigin }) =>
    sameOrigin && request.mode === 'navigate' && isArticle(url.pathname, settings.articles),
  articleStrategy,
);
registerRoute(
  ({ request, url, sameOrigin }) =>
    sameOrigin && request.mode === 'navigate' && url.pathname.startsWith(base) && !isCms(url.pathname, base),
  new NetworkOnly(),
);
setCatchHandler(async ({ request }) => {
  const page = request.mode === 'navigate' ? await matchPrecache(settings.offlinePage) : undefined;
  return page ?? Response.error();
});

// A new worker may take control of open pages at once, because pages come from the network first.
self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) =>
  event.waitUntil(answer(event, event.data as ReadingListRequest).catch(() => {})),
);

async function answer(event: ExtendableMessageEvent, request: ReadingListRequest): Promise<void> {
  event.source?.postMessage(await answerRequest(request));
  // If the open article is not cached, the worker did not fetch it, or it was only prefetched: it is cached now.
  if (request.action !== 'state' || (await caches.match(request.address))) return;
  await articleStrategy.handle({ event, request: new Request(request.address) });
}

import type { WorkboxPlugin } from 'workbox-core';
import { formatDate } from '#lib/dates.ts';
import { markCopy } from './reading-list-cache.ts';
import { names } from './caches.ts';
import { settings } from './settings.ts';

/** The day that a copy was sent by the magazine. */
export function dateOf(response: Response): number {
  return new Date(response.headers.get('date') ?? 0).getTime();
}

/** One copy of an article, however it was asked for. */
function plainAddress(request: Request): string {
  const { origin, pathname } = new URL(request.url);
  return origin + pathname;
}

/** How an answer for an article is kept, and how a copy is shown for want of one. */
export const articleCopies: WorkboxPlugin = {
  cacheKeyWillBeUsed: ({ request }) => Promise.resolve(plainAddress(request)),

  fetchDidSucceed: async ({ request, response }) => {
    // A magazine that is out of order answers no better than a network that is down.
    if (response.status >= 500) throw new Error(`${response.status}`);
    const address = plainAddress(request);
    const saved = await caches.open(names.saved);
    if (response.status === 404 || response.status === 410) {
      // What the magazine withdrew is withdrawn here too.
      await Promise.all([
        saved.delete(address),
        caches.open(names.read).then((read) => read.delete(address)),
      ]);
    } else if (response.status === 200 && (await saved.match(address))) {
      await saved.put(address, response.clone());
    }
    return response;
  },

  cacheWillUpdate: ({ request, response }) => {
    // A page fetched ahead of a click is not one that was read: it says so itself once it is open.
    const ahead = request.headers.get('sec-purpose')?.startsWith('prefetch') ?? false;
    return Promise.resolve(response.status === 200 && !response.redirected && !ahead ? response : null);
  },

  cachedResponseWillBeUsed: async ({ request, cachedResponse }) => {
    const copy = cachedResponse ?? (await savedCopy(request));
    if (!copy) return null;
    const notice = settings.notice.replace('{date}', formatDate(new Date(dateOf(copy))));
    const { status, headers } = copy;
    return new Response(markCopy(await copy.text(), notice), { status, headers });
  },
};

/** A file is shown from what was saved with an article, when nothing else has it. */
export const savedFiles: WorkboxPlugin = {
  cachedResponseWillBeUsed: async ({ request, cachedResponse }) => cachedResponse ?? savedCopy(request),
};

async function savedCopy(request: Request): Promise<Response | null> {
  const saved = await caches.open(names.saved);
  return (await saved.match(request, { ignoreVary: true, ignoreSearch: true })) ?? null;
}

import { CacheExpiration, ExpirationPlugin } from 'workbox-expiration';
import { cacheNames, LONGEST_READ, MOST_READ } from './reading-list-cache.ts';
import { settings } from './settings.ts';

/** Pictures, scripts and fonts: enough for the articles kept. */
const MOST_FILES = 150;

export const names = cacheNames(settings.base);

/** What bounds the copies of articles read, and of their files; saved articles stay until they are removed. */
export const bounds = {
  read: new ExpirationPlugin({ maxEntries: MOST_READ, maxAgeSeconds: LONGEST_READ, purgeOnQuotaError: true }),
  files: new ExpirationPlugin({
    maxEntries: MOST_FILES,
    maxAgeSeconds: 2 * LONGEST_READ,
    purgeOnQuotaError: true,
  }),
};

/** Erases copies, and what was noted of their age. */
export async function erase(...kinds: (keyof typeof names)[]): Promise<void> {
  for (const kind of kinds) {
    await caches.delete(names[kind]);
    await new CacheExpiration(names[kind], { maxEntries: 1 }).delete();
  }
}

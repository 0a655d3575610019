import { CacheExpiration, ExpirationPlugin } from 'workbox-expiration';
import { cacheNames, MAX_AGE, MAX_READ } from './cached-articles.ts';
import { settings } from './settings.ts';

/** The maximum number of cached files: enough pictures, scripts and fonts for the cached articles. */
const MAX_FILES = 150;

export const names = cacheNames(settings.base);

/** The limits of the caches of read articles and of files. Saved articles stay until the reader removes them. */
export const expiration = {
  read: new ExpirationPlugin({ maxEntries: MAX_READ, maxAgeSeconds: MAX_AGE, purgeOnQuotaError: true }),
  files: new ExpirationPlugin({
    maxEntries: MAX_FILES,
    maxAgeSeconds: 2 * MAX_AGE,
    purgeOnQuotaError: true,
  }),
};

/** Deletes caches, and the databases in which Workbox stores the age of their entries. */
export async function deleteCaches(...kinds: (keyof typeof names)[]): Promise<void> {
  for (const kind of kinds) {
    await caches.delete(names[kind]);
    await new CacheExpiration(names[kind], { maxEntries: 1 }).delete();
  }
}

/** When the server sent a response, in milliseconds since 1970. */
export function dateOf(response: Response): number {
  return new Date(response.headers.get('date') ?? 0).getTime();
}

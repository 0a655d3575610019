import { resolve } from 'node:path';

/**
 * The path of the cache folder. It may be deleted, because builds can make all of it again, and shared between
 * machines.
 */
export function cacheFolder(root: string): string {
  return resolve(root, process.env['CACHE_FOLDER'] ?? 'node_modules/.astro');
}

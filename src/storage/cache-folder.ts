import { resolve } from 'node:path';

/** The cache folder. Builds can make all of it again, so it may be shared between machines, or deleted. */
export function cacheFolder(root: string): string {
  return resolve(root, process.env['CACHE_FOLDER'] ?? 'node_modules/.astro');
}

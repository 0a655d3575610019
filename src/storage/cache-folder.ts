import { resolve } from 'node:path';

/** The cache folder: builds can make again all that it holds, so it may be shared between machines, or lost. */
export function cacheFolder(root: string): string {
  return resolve(root, process.env['CACHE_FOLDER'] ?? 'node_modules/.astro');
}

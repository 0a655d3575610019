import { resolve } from 'node:path';

/** Where a build keeps what it can make again; CI may keep this folder, share it, or lose it. */
export function cacheFolder(root: string): string {
  return resolve(root, process.env['CACHE_FOLDER'] ?? 'node_modules/.astro');
}

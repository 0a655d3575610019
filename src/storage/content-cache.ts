import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isTemporary } from './atomic-write.ts';
import { cacheFolder } from './cache-folder.ts';
import { readChecksummed, writeChecksummed } from './checksummed-file.ts';
import { DAY } from '#lib/durations.ts';

/** The kinds of entries, each of which has its own folder. */
type Kind = 'fonts' | 'pictures' | 'social-cards' | 'search' | 'feeds' | 'compressed';

/** The default maximum of the total size of the entries that `pruneCache` may remove, in bytes. */
const MAX_BYTES = 2_000_000_000;
/** In milliseconds. */

const pathOf = (root: string, kind: Kind, name: string) => join(cacheFolder(root), kind, `${name}.entry`);

export function isCached(root: string, kind: Kind, name: string): boolean {
  return existsSync(pathOf(root, kind, name));
}

/**
 * Returns the cache entry with this name. If it is missing or damaged, it is made and stored.
 *
 * @param name must change with everything that the content depends on
 */
export async function cachedBytes(
  root: string,
  kind: Kind,
  name: string,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const path = pathOf(root, kind, name);
  const cached = readChecksummed(path);
  if (cached) {
    // Pruning reads the access time, which many file systems do not update by themselves.
    utimesSync(path, new Date(), statSync(path).mtime);
    return cached;
  }
  const bytes = await make();
  writeChecksummed(path, bytes);
  return bytes;
}

/**
 * Removes the least recently used entries above a total size, and temporary files of killed builds.
 *
 * @param used names of entries that are never removed
 */
export async function pruneCache(
  root: string,
  kind: Kind,
  used: ReadonlySet<string>,
  maxBytes = MAX_BYTES,
): Promise<void> {
  const folder = join(cacheFolder(root), kind);
  if (!existsSync(folder)) return;
  const usedPaths = new Set([...used].map((name) => pathOf(root, kind, name)));
  const files = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => !usedPaths.has(path))
    .flatMap((path) => {
      // Another build may have removed the file in the meantime.
      const stats = statSync(path, { throwIfNoEntry: false });
      return stats ? { path, size: stats.size, atime: stats.atimeMs, mtime: stats.mtimeMs } : [];
    })
    .sort((a, b) => b.atime - a.atime);
  let total = 0;
  for (const { path, size, mtime } of files) {
    total += size;
    const isAbandoned = isTemporary(basename(path)) && Date.now() - mtime > DAY;
    if (total > maxBytes || isAbandoned) await rm(path, { force: true });
  }
}

/** Prunes at most once a day, because reading the stats of thousands of pictures is slow. */
export async function pruneOnceADay(
  root: string,
  kind: Kind,
  used: ReadonlySet<string>,
  maxBytes = MAX_BYTES,
): Promise<void> {
  if (!existsSync(join(cacheFolder(root), kind))) return;
  const mark = join(cacheFolder(root), `${kind}.pruned`);
  const last = statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Math.abs(Date.now() - last) < DAY) return;
  await pruneCache(root, kind, used, maxBytes);
  writeFileSync(mark, '');
}

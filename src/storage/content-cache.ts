import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isTemporary } from './atomic-write.ts';
import { cacheFolder } from './cache-folder.ts';
import { readChecksummed, writeChecksummed } from './checksummed-file.ts';

/** What is cached; each kind has its folder. */
type Kind = 'pictures' | 'social-cards' | 'search' | 'feeds' | 'compressed' | 'sitemap';

const pathOf = (root: string, kind: Kind, name: string) => join(cacheFolder(root), kind, `${name}.entry`);

/**
 * Gives what the cache holds under a name, or makes it and caches it. An entry that is not as it was written (a disk
 * that failed, a copy that was cut short) is made anew.
 *
 * @param name changes with all that the content is made of
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
    // What is read last is the last to be pruned. When it was written stays.
    utimesSync(path, new Date(), statSync(path).mtime);
    return cached;
  }
  const bytes = await make();
  writeChecksummed(path, bytes);
  return bytes;
}

/** The names of a kind's entries. */
export function cachedNames(root: string, kind: Kind): string[] {
  const folder = join(cacheFolder(root), kind);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.flatMap((name) => (name.endsWith('.entry') ? name.slice(0, -'.entry'.length) : []));
}

/** Bytes of each kind that are cached at most, besides what the last build used. */
const MOST_BYTES = 2_000_000_000;
/** Milliseconds. */
const DAY = 86_400_000;

/**
 * Removes the entries that no build has used for the longest, above a size, and what a killed build was writing.
 *
 * @param used names that this build needs, which stay
 */
export async function pruneCache(
  root: string,
  kind: Kind,
  used: ReadonlySet<string>,
  mostBytes = MOST_BYTES,
): Promise<void> {
  const folder = join(cacheFolder(root), kind);
  if (!existsSync(folder)) return;
  const kept = new Set([...used].map((name) => pathOf(root, kind, name)));
  const files = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => !kept.has(path))
    .flatMap((path) => sizeAndTime(path) ?? [])
    .sort((a, b) => b.time - a.time);
  let total = 0;
  for (const { path, size, isLeftOver } of files) {
    total += size;
    if (total > mostBytes || isLeftOver) await rm(path, { force: true });
  }
}

/** The same, once a day: to look at each of many thousands of pictures takes longer than to draw those of a new article. */
export async function pruneOnceADay(
  root: string,
  kind: Kind,
  used: ReadonlySet<string>,
  mostBytes = MOST_BYTES,
): Promise<void> {
  if (!existsSync(join(cacheFolder(root), kind))) return;
  const mark = join(cacheFolder(root), `${kind}.pruned`);
  const last = statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Math.abs(Date.now() - last) < DAY) return;
  await pruneCache(root, kind, used, mostBytes);
  writeFileSync(mark, '');
}

interface SizeAndTime {
  path: string;
  size: number;
  time: number;
  /** Nobody writes it any more. */
  isLeftOver: boolean;
}

/** Nothing for a file that has gone: another build that shares the folder writes and prunes too. */
function sizeAndTime(path: string): SizeAndTime | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return undefined;
  const isLeftOver = isTemporary(basename(path)) && Date.now() - found.mtimeMs > DAY;
  return { path, size: found.size, time: found.atimeMs, isLeftOver };
}

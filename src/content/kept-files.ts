import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';

/** What the cache folder keeps by name; a name says all that the file was made of. */
type Kind = 'pictures' | 'sharing' | 'search' | 'feeds' | 'compressed' | 'sitemap';

let drafts = 0;

/**
 * Gives the path of a kept file, which is made if it is not there yet.
 *
 * @param name changes with what the file holds
 */
export async function keptFile(
  root: string,
  kind: Kind,
  name: string,
  make: () => Promise<Uint8Array>,
): Promise<string> {
  const folder = join(cacheFolder(root), kind);
  const path = join(folder, name);
  if (existsSync(path)) {
    // What is read last is the last to be thrown away. When it was written stays: a build that is killed loses what
    // it wrote, and only that.
    utimesSync(path, new Date(), statSync(path).mtime);
    return path;
  }
  const bytes = await make();
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `.${process.pid}-${(drafts += 1)}`);
  await writeFile(draft, bytes);
  await rename(draft, path);
  return path;
}

/** The bytes of a kept file. */
export async function keptBytes(...found: Parameters<typeof keptFile>): Promise<Buffer> {
  return readFileSync(await keptFile(...found));
}

/** Bytes of each kind that are kept at most, besides what the last build used. */
const MOST_BYTES = 2_000_000_000;
/** Milliseconds. */
const DAY = 86_400_000;

/**
 * Throws away what no build has used for the longest, above a size.
 *
 * @param used names that this build needs, which stay
 */
export async function pruneKeptFiles(
  root: string,
  kind: Kind,
  used: ReadonlySet<string>,
  mostBytes = MOST_BYTES,
): Promise<void> {
  const folder = join(cacheFolder(root), kind);
  if (!existsSync(folder)) return;
  const names = readdirSync(folder).filter((name) => !used.has(name));
  const files = names
    .flatMap((name) => sizeAndTime(join(folder, name)) ?? [])
    .sort((a, b) => b.time - a.time);
  let total = 0;
  for (const { path, size } of files) {
    total += size;
    if (total > mostBytes) await rm(path, { force: true });
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
  await pruneKeptFiles(root, kind, used, mostBytes);
  writeFileSync(mark, '');
}

/** Nothing for a file that has gone: another build that shares the folder names its drafts, and throws away too. */
function sizeAndTime(path: string): { path: string; size: number; time: number } | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && { path, size: found.size, time: found.atimeMs };
}

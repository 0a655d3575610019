import { chmodSync, constants, mkdirSync, statSync } from 'node:fs';
import { copyFile, link, open, readFile, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import pMap from 'p-map';

/** The file counts of a linked folder. */
export interface LinkedFolder {
  /** Files shared with the previous folder. */
  kept: number;
  /** Files that are new or changed. */
  written: number;
}

const AT_ONCE = 16;

/** Permissions of published folders. The web server may run as another user, so they do not depend on the umask. */
export const FOLDER_MODE = 0o755;
const FILE_MODE = 0o644;

/**
 * Makes a copy of a folder that everybody can read. Files that are equal in the previous copy are hard links to it,
 * with the same dates; others are copied and synced to the disk.
 *
 * @param folder the folder to make; it must not exist
 * @param source the folder to copy; its files are never linked
 * @param before the previous copy, whose files may be shared; `null` without one
 */
export async function linkFolder(
  folder: string,
  source: string,
  before: string | null,
): Promise<LinkedFolder> {
  makeFolder(folder);
  const entries = (await readdir(source, { recursive: true, withFileTypes: true })).map((entry) => ({
    isFile: !entry.isDirectory(),
    path: relative(source, join(entry.parentPath, entry.name)),
  }));
  const folders = entries.filter(({ isFile }) => !isFile).map(({ path }) => join(folder, path));
  // Sorting puts a folder before those inside it.
  for (const path of folders.sort()) makeFolder(path);
  const files = entries.filter(({ isFile }) => isFile);
  const shared = await pMap(
    files,
    async ({ path }) => {
      const [from, to] = [join(source, path), join(folder, path)];
      const known = before === null ? null : join(before, path);
      const isShared = known !== null && (await isSame(from, known)) && (await isLinked(known, to));
      if (!isShared) await copyFile(from, to, constants.COPYFILE_FICLONE);
      if ((statSync(to).mode & 0o777) !== FILE_MODE) chmodSync(to, FILE_MODE);
      if (!isShared) await syncPath(to);
      return isShared;
    },
    { concurrency: AT_ONCE },
  );
  await pMap([folder, ...folders], syncPath, { concurrency: AT_ONCE });
  const kept = shared.filter(Boolean).length;
  return { kept, written: files.length - kept };
}

function makeFolder(path: string): void {
  mkdirSync(path);
  chmodSync(path, FOLDER_MODE);
}

/** Waits until a file or a folder is written to the disk, so that it survives a power cut. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function isSame(one: string, other: string): Promise<boolean> {
  const there = await stat(other).catch(() => null);
  if (!there?.isFile() || there.size !== (await stat(one)).size) return false;
  return (await readFile(one)).equals(await readFile(other));
}

/** Makes a hard link. Returns `false` when the file system cannot make one. */
function isLinked(from: string, to: string): Promise<boolean> {
  return link(from, to).then(
    () => true,
    () => false,
  );
}

import { chmodSync, constants, mkdirSync, statSync } from 'node:fs';
import { copyFile, link, open, readFile, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import pMap from 'p-map';

/** What a new folder is made of. */
export interface LinkedFolder {
  /** Files that are those of the folder before. */
  kept: number;
  /** Files that are new, or other than they were. */
  written: number;
}

const AT_ONCE = 16;

/** A web server, which is another user, may read what is published, whatever the umask of who builds. */
export const FOLDER_MODE = 0o755;
const FILE_MODE = 0o644;

/**
 * Makes a folder that holds what another one holds: a file that was the same before is a hard link to that one, with
 * its date, and the others are copies, written through to the disk. Everybody may read them.
 *
 * @param folder the one to make; nothing may be there
 * @param source whose files are copied, never linked
 * @param before the folder whose files may be shared, if any
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
  // A folder comes before those in it.
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

/** Waits until a file or a folder is on the disk, should the current fail. */
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

/** Whether the system could give a file a second name: some know no hard links, or only so many. */
function isLinked(from: string, to: string): Promise<boolean> {
  return link(from, to).then(
    () => true,
    () => false,
  );
}

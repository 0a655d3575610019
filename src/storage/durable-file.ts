import { link, mkdir, open, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isTemporary, temporaryPath } from './atomic-write.ts';

/** In milliseconds. No write takes longer: an older temporary file belongs to a process that was killed. */
const LONGEST_WRITE = 60_000;

/** Modes of files that only their owner may read, and of their folders. */
export const PRIVATE = 0o600;
export const PRIVATE_FOLDER = 0o700;

/**
 * Creates a file, whole or not at all. It is on the disk when the promise resolves.
 *
 * @returns false when the file already exists; it is not changed
 */
export async function createFile(path: string, text: string, mode = PRIVATE): Promise<boolean> {
  const temporary = await writeTemporary(path, text, mode);
  try {
    await link(temporary, path);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
  await syncFolder(dirname(path));
  return true;
}

/** Replaces a file, whole or not at all. It is on the disk when the promise resolves. */
export async function replaceFile(path: string, text: string, mode = PRIVATE): Promise<void> {
  const temporary = await writeTemporary(path, text, mode);
  try {
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Removes a file, if it exists. It is gone from the disk when the promise resolves. */
export async function removeFile(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Removes the temporary files that killed processes left in a folder, but not those that are being written. */
export async function removeAbandoned(folder: string): Promise<void> {
  for (const name of (await listNames(folder)).filter(isTemporary)) {
    const path = join(folder, name);
    const modified = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    );
    // The absolute value, because the clock may have been set back since.
    if (Math.abs(Date.now() - modified) > LONGEST_WRITE) await rm(path, { recursive: true, force: true });
  }
}

/** Lists the names in a folder, sorted; none when the folder does not exist. */
export async function listNames(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return [];
    throw error;
  }
}

/** Whether an error is a system error of this code, such as `ENOENT`. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

async function writeTemporary(path: string, text: string, mode: number): Promise<string> {
  await mkdir(dirname(path), { recursive: true, ...(mode === PRIVATE && { mode: PRIVATE_FOLDER }) });
  const temporary = temporaryPath(path);
  const file = await open(temporary, 'wx', mode);
  try {
    await file.writeFile(text);
    await file.sync();
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return temporary;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

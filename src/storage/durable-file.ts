import { link, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { temporaryPath } from './atomic-write.ts';

/** The modes of private files and their folders, which only the owner may read. */
export const PRIVATE = 0o600;
export const PRIVATE_FOLDER = 0o700;

/**
 * Creates a file, whole or not at all. The promise resolves when the content is on the disk.
 *
 * @returns false when the file already exists, which is then unchanged
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

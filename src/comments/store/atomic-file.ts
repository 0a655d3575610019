import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isAlive, ownStart } from './processes.ts';

/** A process that was killed leaves at most a temporary file, which nobody takes for a record. */
const LEFTOVER = /^\..+\.(?:(?<pid>\d+)-)?[0-9a-f]{12}\.tmp$/u;
const LEFTOVER_AGE = 60_000;

/** Files of readers are for the service alone, their folders too. */
export const PRIVATE = 0o600;
export const PRIVATE_FOLDER = 0o700;

/**
 * Writes a new file, whole or not at all, and never over another one.
 *
 * @returns false when a file of that name was already there
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

/** Writes a file, whole or not at all, in place of the one of that name. */
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

/** Removes a file for good; one that is not there is none to remove. */
export async function removeFile(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Removes what a killed process was writing in a folder; what one that runs is writing stays. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await listNames(folder)) {
    const owner = LEFTOVER.exec(name);
    if (!owner) continue;
    const path = join(folder, name);
    const modified = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Infinity,
    );
    if (isLeftover(Number(owner.groups?.['pid'] ?? NaN), modified))
      await rm(path, { recursive: true, force: true });
  }
}

/** The name under which this process writes a file before it is whole. */
export function temporaryName(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
}

function isLeftover(pid: number, modified: number): boolean {
  if (Date.now() - modified > LEFTOVER_AGE) return true;
  if (Number.isNaN(pid)) return false;
  return pid === process.pid ? modified < ownStart() : !isAlive(pid);
}

/** The names in a folder; of a missing one, none. */
export async function listNames(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return [];
    throw error;
  }
}

/** Whether this is the system's error of that name. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

async function writeTemporary(path: string, text: string, mode: number): Promise<string> {
  await mkdir(dirname(path), { recursive: true, ...(mode === PRIVATE && { mode: PRIVATE_FOLDER }) });
  const temporary = temporaryName(path);
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

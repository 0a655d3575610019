import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { fr } from '#lib/typography/fr.ts';

/** SQLite result code: another connection has locked the file. */
const SQLITE_BUSY = 5;
/** The longest pause between two attempts, in milliseconds. */
const LONGEST_PAUSE = 50;

/**
 * Locks a file for one holder at a time, among all processes. SQLite takes this lock of the operating system, because
 * Node has no function for it. The system releases it when the process ends, even if it is killed. The file stays
 * empty, and is not removed.
 *
 * @param onWait called once when another holder has the lock
 * @param signal ends the wait
 * @returns a function that releases the lock
 * @throws when the file system cannot lock the file, or the signal is aborted
 */
export async function lockFile(
  file: string,
  onWait: () => void = () => {},
  signal?: AbortSignal,
): Promise<() => void> {
  mkdirSync(dirname(file), { recursive: true });
  for (let pause = 1; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    const release = tryLock(file);
    if (release) return release;
    if (pause === 1) onWait();
    await wait(pause, undefined, signal && { signal });
  }
}

function tryLock(file: string): (() => void) | null {
  let database: DatabaseSync | undefined;
  try {
    const opened = (database = new DatabaseSync(file));
    // In memory: a killed process would leave a journal file on the disk.
    opened.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return () => opened.close();
  } catch (cause) {
    database?.close();
    if (isBusy(cause)) return null;
    const message = fr`Le fichier ${file} ne peut pas être verrouillé : vérifiez que vous pouvez y écrire, ou supprimez-le`;
    throw new Error(message, { cause });
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { fr } from '#lib/typography/fr.ts';

/** SQLite's code for a file that another connection has locked. */
const SQLITE_BUSY = 5;
/** Milliseconds between two attempts. */
const RETRY_AFTER = 50;

/**
 * Locks a file for one holder at a time, in this process or in another. The system holds the lock (SQLite asks for it:
 * Node has no call for that) and releases it however the process ends, so that a lock is never stale; it is on the file
 * itself, whatever path leads to it. The file is empty, and stays.
 *
 * @param onWait called once when another holder has the lock
 * @returns what releases the lock
 * @throws when the file system cannot lock the file
 */
export async function lockFile(file: string, onWait: () => void = () => {}): Promise<() => void> {
  mkdirSync(dirname(file), { recursive: true });
  for (let hasWaited = false; ; hasWaited = true) {
    const release = tryLock(file);
    if (release) return release;
    if (!hasWaited) onWait();
    await wait(RETRY_AFTER);
  }
}

function tryLock(file: string): (() => void) | null {
  let database: DatabaseSync | undefined;
  try {
    const opened = (database = new DatabaseSync(file));
    // With a journal on the disk, a killed holder would leave one beside the file.
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

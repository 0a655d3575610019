import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What a process that was killed leaves beside the file that it was writing. */
const TEMPORARY = /^\..+\.[0-9a-f]{12}\.tmp$/u;

export const isTemporary = (name: string) => TEMPORARY.test(name);

/**
 * Writes a file whole or not at all: beside it, under a name of its own, then by one rename. Its folder is made.
 *
 * @param durable waits until the text is on the disk, for what cannot be made again after a power cut
 */
export function writeAtomically(file: string, content: string | Uint8Array, durable = false): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const opened = openSync(temporary, 'wx');
    try {
      writeFileSync(opened, content);
      if (durable) fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

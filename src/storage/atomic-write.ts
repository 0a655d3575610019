import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A path with a unique name in the same folder. The file is written there first, and then renamed. */
export function temporaryPath(file: string): string {
  return join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
}

/** Whether a file name is that of a temporary path. A killed process may leave such files behind. */
export const isTemporary = (name: string) => /^\..+\.[0-9a-f]{12}\.tmp$/u.test(name);

/**
 * Writes a file whole or not at all, and creates its folder.
 *
 * @param durable whether to wait until the content is on the disk, for files that cannot be made again after a power
 * cut
 */
export function writeAtomically(file: string, content: string | Uint8Array, durable = false): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = temporaryPath(file);
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

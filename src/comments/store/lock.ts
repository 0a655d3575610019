import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { strings } from '#strings/site.ts';
import { hasCode, listNames } from './atomic-file.ts';
import { isAlive } from './processes.ts';
import { StartFault } from '#comments/settings.ts';

/** A decision takes milliseconds, erasing among thousands of comments some seconds. */
const PATIENCE = 30_000;
const LONGEST_PAUSE = 25;

/** Lets one work run at a time, among all processes of this machine that use the same folder. */
export interface Lock {
  /** @throws StartFault when another process does not let go */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** The locks that this very process holds or waits for. */
const own = new Set<string>();

/**
 * A lock is a folder that holds one file, named after its owner. The folder is made aside and renamed in one step, which
 * fails where another's stands; that of a process which was killed is emptied by name, so that no other's is touched.
 */
export function createLock(folder: string, patience = PATIENCE): Lock {
  const place = join(folder, 'lock');
  return {
    async run(work) {
      const owner = `${process.pid}-${randomBytes(6).toString('hex')}`;
      own.add(owner);
      try {
        await acquire(folder, place, owner, Date.now() + patience);
        try {
          return await work();
        } finally {
          await rm(join(place, owner), { force: true });
          // Whoever comes next may have taken the place already.
          await rmdir(place).catch(() => undefined);
        }
      } finally {
        own.delete(owner);
      }
    },
  };
}

async function acquire(folder: string, place: string, owner: string, deadline: number): Promise<void> {
  const made = join(folder, `.lock.${owner}.tmp`);
  await mkdir(made, { recursive: true, mode: 0o700 });
  try {
    await writeFile(join(made, owner), '', { mode: 0o600 });
    for (let pause = 2; !(await moved(made, place)); pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      await removeAbandoned(place);
      if (Date.now() > deadline) throw new StartFault(strings.moderation.locked);
      await setTimeout(pause);
    }
  } catch (error) {
    await rm(made, { recursive: true, force: true });
    throw error;
  }
}

/** @returns false where a folder that is not empty stands */
async function moved(made: string, place: string): Promise<boolean> {
  try {
    await rename(made, place);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOTEMPTY') || hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function removeAbandoned(place: string): Promise<void> {
  for (const owner of await listNames(place)) {
    const pid = parseInt(owner, 10);
    const isHeld = pid === process.pid ? own.has(owner) : isAlive(pid);
    if (!isHeld) await rm(join(place, owner), { force: true });
  }
}

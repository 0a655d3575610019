import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ExpectedError } from '#lib/expected-error.ts';
import type { Settings } from '#comments/settings.ts';
import { PRIVATE_FOLDER } from '#storage/durable-file.ts';
import { lockFile } from '#storage/file-lock.ts';
import { strings } from '#strings/site.ts';
import { createFileStorage } from './file-storage.ts';
import { deriveKeys, type Keys, readSecret } from './keys.ts';
import { createPublishedComments, type PublishedComments } from './published.ts';
import type { CommentStorage } from './storage.ts';

/** In milliseconds. A decision takes a few; erasing one author among thousands of comments takes some seconds. */
const LOCK_TIMEOUT = 30_000;

/** The data that the comment service and the moderation command share. */
export interface CommentStore {
  storage: CommentStorage;
  published: PublishedComments;
  keys: () => Promise<Keys>;
  lock: Lock;
}

/** Runs one task at a time, among all processes of this machine that use the same folder. */
export interface Lock {
  /** @throws ExpectedError when another process holds the lock for too long */
  run<Result>(task: () => Promise<Result>): Promise<Result>;
}

/** Opens the store. Nothing is read or written before the first call of one of its methods. */
export function openCommentStore(settings: Settings, environment: NodeJS.ProcessEnv): CommentStore {
  let keys: Promise<Keys> | null = null;
  return {
    storage: createFileStorage(settings.dataFolder),
    published: createPublishedComments(settings.publishedFolder),
    lock: createLock(settings.dataFolder),
    keys() {
      keys ??= readSecret(settings.dataFolder, environment).then(deriveKeys);
      // A failure, as on a full disk, is not memoized.
      keys.catch(() => (keys = null));
      return keys;
    },
  };
}

/** Creates the lock of a data folder, which is the file `moderation.lock` in it. */
export function createLock(folder: string, timeout = LOCK_TIMEOUT): Lock {
  return {
    async run(task) {
      await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
      // This check fails with the system's error code, which the operator's message needs. SQLite's error has no such
      // code.
      await access(folder, constants.W_OK);
      const release = await acquire(join(folder, 'moderation.lock'), AbortSignal.timeout(timeout));
      try {
        return await task();
      } finally {
        release();
      }
    },
  };
}

async function acquire(file: string, signal: AbortSignal): Promise<() => void> {
  try {
    return await lockFile(file, undefined, signal);
  } catch (error) {
    if (signal.aborted) throw new ExpectedError(strings.moderation.locked);
    throw error;
  }
}

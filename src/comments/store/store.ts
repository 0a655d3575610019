import { createFileStorage } from './file-storage.ts';
import { deriveKeys, readSecret } from './keys.ts';
import { createLock } from './lock.ts';
import { type Moderated, finishInterrupted, purgeRejected } from '#comments/moderation/moderation.ts';
import { createPublishedComments } from './published.ts';
import type { Settings } from '#comments/settings.ts';

/** What the service and the moderators' command both work on. Nothing is read or written until it is asked for. */
export function openCommentStore(settings: Settings, environment: NodeJS.ProcessEnv): Moderated {
  let keys: ReturnType<Moderated['keys']> | null = null;
  return {
    storage: createFileStorage(settings.dataFolder),
    published: createPublishedComments(settings.publishedFolder),
    lock: createLock(settings.dataFolder),
    keys() {
      keys ??= readSecret(settings.dataFolder, environment).then(deriveKeys);
      // What fails on a full disk is tried again.
      keys.catch(() => (keys = null));
      return keys;
    },
  };
}

/** Finishes what a killed process had begun, and erases what was refused long enough ago. @returns how many */
export async function tidyCommentStore(store: Moderated, { retentionDays }: Settings): Promise<number> {
  await finishInterrupted(store);
  return purgeRejected(store, retentionDays, new Date());
}

import { DamagedRecord } from '#comments/store/storage.ts';
import type { CommentStore } from '#comments/store/store.ts';
import { publish } from './moderation.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Completes interrupted decisions, then erases expired rejected comments. @returns how many were erased */
export async function maintain(store: CommentStore, retentionDays: number): Promise<number> {
  await finishInterrupted(store);
  return purgeRejected(store, retentionDays);
}

/** Erases the comments that were rejected at least so many days ago. @returns how many */
export function purgeRejected({ storage, lock }: CommentStore, retentionDays: number): Promise<number> {
  const limit = Date.now() - retentionDays * DAY;
  return lock.run(async () => {
    const { records } = await storage.list('rejected');
    const expired = records.filter(({ rejectedAt }) => Date.parse(rejectedAt) <= limit);
    for (const { id } of expired) await storage.remove('rejected', id);
    return expired.length;
  });
}

/** Completes the decisions of killed processes: a comment that is still pending was already rejected or published. */
function finishInterrupted(store: CommentStore): Promise<void> {
  const { storage, published, lock } = store;
  return lock.run(async () => {
    await storage.tidy();
    await published.tidy();
    const rejected = new Set(await storage.ids('rejected'));
    const publishedIds = await published.ids();
    for (const id of await storage.ids('pending')) {
      if (rejected.has(id)) await storage.remove('pending', id);
      else if (publishedIds.has(id)) await finishPublishing(store, id);
    }
  });
}

async function finishPublishing(store: CommentStore, id: string): Promise<void> {
  try {
    const pending = await store.storage.get('pending', id);
    if (pending) await publish(store, pending);
  } catch (error) {
    // Editors see a damaged record in the list.
    if (!(error instanceof DamagedRecord)) throw error;
  }
}

import { randomBytes } from 'node:crypto';
import { isoDay, isoWithOffset } from '#lib/dates.ts';
import { type CommentFile, commentFileSchema } from '#model/comment-schema.ts';
import { strings } from '#strings/site.ts';
import { hashEmail } from '#comments/store/keys.ts';
import type { Published, PublishedComments } from '#comments/store/published.ts';
import type { Pending, Rejected, Report } from '#comments/store/records.ts';
import type { CommentStorage } from '#comments/store/storage.ts';
import type { CommentStore } from '#comments/store/store.ts';

/** The decisions that editors make about a comment or a report. */
export interface Moderation {
  /** Publishes a comment; withdraws the comment that a report is about. */
  accept(id: string): Promise<'accepted' | 'already' | 'withdrawn' | 'alreadyRejected' | 'unknown'>;
  /** Rejects a comment, which is stored for some days; dismisses a report. */
  reject(id: string): Promise<'rejected' | 'already' | 'dismissed' | 'alreadyAccepted' | 'unknown'>;
  /** Publishes a reply of the magazine. @returns its id, or `null` when no such comment is published */
  reply(id: string, text: string, author: string): Promise<string | null>;
  /** Erases all comments sent with this e-mail address. @returns their ids */
  erase(email: string): Promise<string[]>;
}

/**
 * Creates the decisions of editors. Each one writes its result before it removes the record it decided on, so that a
 * process killed in between loses nothing: the same decision again, or `finishInterrupted`, completes it.
 */
export function createModeration(store: CommentStore, now: () => Date = () => new Date()): Moderation {
  const { storage, published, keys, lock } = store;
  return {
    accept: (id) =>
      lock.run(async () => {
        const pending = await storage.get('pending', id);
        if (pending) {
          await publish(store, pending);
          return 'accepted';
        }
        const report = await storage.get('reports', id);
        if (report) {
          await withdraw(store, report, now());
          return 'withdrawn';
        }
        if (await storage.get('accepted', id)) return 'already';
        return (await storage.get('rejected', id)) ? 'alreadyRejected' : 'unknown';
      }),

    reject: (id) =>
      lock.run(async () => {
        const pending = await storage.get('pending', id);
        if (pending) {
          await storage.add('rejected', { ...pending, rejectedAt: now().toISOString() });
          await storage.remove('pending', id);
          return 'rejected';
        }
        if (await storage.get('reports', id)) {
          await storage.remove('reports', id);
          return 'dismissed';
        }
        if (await storage.get('rejected', id)) return 'already';
        return (await storage.get('accepted', id)) ? 'alreadyAccepted' : 'unknown';
      }),

    reply: (replyTo, text, name) =>
      lock.run(async () => {
        const parent = await published.find(replyTo);
        if (!parent) return null;
        const id = `${isoDay(now())}-${randomBytes(4).toString('hex')}`;
        const date = parisTime(now());
        const comment = commentFileSchema.parse({ name, date, replyTo, staff: true, text });
        return (await published.add({ id, article: parent.article, comment })) ? id : null;
      }),

    erase: (email) =>
      lock.run(async () => {
        const ownKeys = await keys();
        const hash = hashEmail(ownKeys, email);
        const isTheirs = (record: { email?: string | undefined; emailHash?: string | undefined }) =>
          record.emailHash === hash ||
          (record.email !== undefined && hashEmail(ownKeys, record.email) === hash);
        const erased = new Set<string>();
        for (const kind of ['pending', 'rejected', 'accepted'] as const) {
          for (const record of (await storage.list(kind)).records.filter(isTheirs)) {
            const comment = await published.get(record.article, record.id);
            if (comment) await published.withdraw(comment, strings.moderation.erased);
            await removeReports(storage, record.id);
            await storage.remove(kind, record.id);
            erased.add(record.id);
          }
        }
        return [...erased];
      }),
  };
}

/** Publishes a pending comment, and stores the hash of its e-mail address instead of the address. */
export async function publish({ storage, published, keys }: CommentStore, pending: Pending): Promise<void> {
  const { id, article, email } = pending;
  await published.add({ id, article, comment: await publicFields(published, pending) });
  await storage.add('accepted', { id, article, emailHash: email && hashEmail(await keys(), email) });
  await storage.remove('pending', id);
}

/** The fields that the site may show. `replyTo` is dropped when the comment it names is no longer published. */
async function publicFields(published: PublishedComments, pending: Pending): Promise<CommentFile> {
  const { article, name, site, date, replyTo, text } = pending;
  const parent = replyTo && (await published.get(article, replyTo));
  return commentFileSchema.parse({
    name,
    ...(site && { site }),
    date: parisTime(new Date(date)),
    ...(parent && { replyTo }),
    text,
  });
}

async function withdraw({ storage, published }: CommentStore, report: Report, now: Date): Promise<void> {
  const found = await published.get(report.article, report.comment);
  if (found) {
    const accepted = await storage.get('accepted', found.id);
    await storage.add('rejected', rejectedRecord(found, accepted?.emailHash, now));
    await published.withdraw(found, strings.moderation.withdrawn);
  }
  await storage.remove('accepted', report.comment);
  await removeReports(storage, report.comment);
}

function rejectedRecord(
  { id, article, comment }: Published,
  emailHash: string | undefined,
  now: Date,
): Rejected {
  const { name, site, replyTo, text } = comment;
  const [date, rejectedAt] = [comment.date.toISOString(), now.toISOString()];
  return { id, article, replyTo, name, email: undefined, site, text, date, rejectedAt, emailHash };
}

async function removeReports(storage: CommentStorage, comment: string): Promise<void> {
  const { records } = await storage.list('reports');
  for (const report of records.filter((one) => one.comment === comment))
    await storage.remove('reports', report.id);
}

function parisTime(date: Date): string {
  return isoWithOffset(date).slice(0, 16).replace('T', ' ');
}

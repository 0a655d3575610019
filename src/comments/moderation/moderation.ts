import { randomBytes } from 'node:crypto';
import { type CommentFile, commentFileSchema } from '#model/comment-schema.ts';
import { isoDay, isoWithOffset } from '#lib/dates.ts';
import { strings } from '#strings/site.ts';
import { type Keys, hashEmail } from '#comments/store/keys.ts';
import type { Published, PublishedComments } from '#comments/store/published.ts';
import type { Pending, Rejected, Report } from '#comments/store/records.ts';
import type { Lock } from '#comments/store/lock.ts';
import { type CommentStorage, DamagedRecord } from '#comments/store/storage.ts';

/** What decisions are taken on, one at a time. */
export interface Moderated {
  storage: CommentStorage;
  published: PublishedComments;
  keys: () => Promise<Keys>;
  /** Held while a decision is taken, so that the next one sees all of it. */
  lock: Lock;
}

export interface Moderation {
  /** Publishes a comment; of a report, withdraws the comment it is about. */
  accept(id: string): Promise<'accepted' | 'already' | 'withdrawn' | 'alreadyRejected' | 'unknown'>;
  /** Refuses a comment, which is kept for a time; of a report, dismisses it. */
  reject(id: string): Promise<'rejected' | 'already' | 'dismissed' | 'alreadyAccepted' | 'unknown'>;
  /** Publishes an answer of the magazine. @returns its id, or `null` when no such comment is published */
  reply(id: string, text: string, author: string): Promise<string | null>;
  /** Erases all that was sent with this e-mail address. @returns the ids */
  erase(email: string): Promise<string[]>;
}

/**
 * What editors decide. Each decision writes what is new before it removes what was, so that a process killed
 * between two steps loses nothing: the decision taken again, or `finishInterrupted`, does the rest.
 */
export function createModeration(moderated: Moderated, now: () => Date = () => new Date()): Moderation {
  const { storage, published, keys, lock } = moderated;
  return {
    accept: (id) =>
      lock.run(async () => {
        const pending = await storage.get('pending', id);
        if (pending) {
          await publish(moderated, pending);
          return 'accepted';
        }
        const report = await storage.get('reports', id);
        if (report) {
          await withdraw(moderated, report, now());
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

    reply: (id, text, author) =>
      lock.run(async () => {
        const answered = await published.find(id);
        if (!answered) return null;
        const reply = `${isoDay(now())}-${randomBytes(4).toString('hex')}`;
        const comment = commentFileSchema.parse({
          name: author,
          date: parisTime(now()),
          replyTo: id,
          staff: true,
          text,
        });
        return (await published.add({ id: reply, article: answered.article, comment })) ? reply : null;
      }),

    erase: (email) =>
      lock.run(async () => {
        const own = await keys();
        const hash = hashEmail(own, email);
        const isTheirs = (record: { email?: string | undefined; emailHash?: string | undefined }) =>
          record.emailHash === hash || (record.email !== undefined && hashEmail(own, record.email) === hash);
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

/**
 * Does the rest of what a killed process had begun: a comment both waiting and decided is decided. Names are compared,
 * and those records alone are read.
 */
export function finishInterrupted(moderated: Moderated): Promise<void> {
  const { storage, published, lock } = moderated;
  return lock.run(async () => {
    await storage.tidy();
    await published.tidy();
    const rejected = new Set(await storage.ids('rejected'));
    const shown = await published.ids();
    for (const id of await storage.ids('pending')) {
      if (rejected.has(id)) await storage.remove('pending', id);
      else if (shown.has(id)) await finishPublishing(moderated, id);
    }
  });
}

/** A damaged record is left for the editors to see. */
async function finishPublishing(moderated: Moderated, id: string): Promise<void> {
  try {
    const pending = await moderated.storage.get('pending', id);
    if (pending) await publish(moderated, pending);
  } catch (error) {
    if (!(error instanceof DamagedRecord)) throw error;
  }
}

/** Erases what was refused longer ago than the magazine keeps it. @returns how many */
export function purgeRejected({ storage, lock }: Moderated, days: number, now: Date): Promise<number> {
  const limit = now.getTime() - days * 24 * 60 * 60 * 1000;
  return lock.run(async () => {
    const { records } = await storage.list('rejected');
    const old = records.filter(({ rejectedAt }) => Date.parse(rejectedAt) <= limit);
    for (const { id } of old) await storage.remove('rejected', id);
    return old.length;
  });
}

async function publish({ storage, published, keys }: Moderated, pending: Pending): Promise<void> {
  const { id, article, email } = pending;
  await published.add({ id, article, comment: await fileOf(published, pending) });
  await storage.add('accepted', { id, article, emailHash: email && hashEmail(await keys(), email) });
  await storage.remove('pending', id);
}

/** What the site shows: neither address nor e-mail, and no answer to a comment that is gone. */
async function fileOf(published: PublishedComments, pending: Pending): Promise<CommentFile> {
  const { article, name, site, date, replyTo, text } = pending;
  const answered = replyTo && (await published.get(article, replyTo));
  return commentFileSchema.parse({
    name,
    ...(site && { site }),
    date: parisTime(new Date(date)),
    ...(answered && { replyTo }),
    text,
  });
}

async function withdraw({ storage, published }: Moderated, report: Report, now: Date): Promise<void> {
  const found = await published.get(report.article, report.comment);
  if (found) {
    const index = await storage.get('accepted', found.id);
    await storage.add('rejected', refused(found, index?.emailHash, now));
    await published.withdraw(found, strings.moderation.withdrawn);
  }
  await storage.remove('accepted', report.comment);
  await removeReports(storage, report.comment);
}

function refused({ id, article, comment }: Published, emailHash: string | undefined, now: Date): Rejected {
  const { name, site, replyTo, text, date } = comment;
  const [day, rejectedAt] = [date.toISOString(), now.toISOString()];
  return { id, article, replyTo, name, email: undefined, site, text, date: day, rejectedAt, emailHash };
}

async function removeReports(storage: CommentStorage, comment: string): Promise<void> {
  const { records } = await storage.list('reports');
  for (const report of records.filter((one) => one.comment === comment))
    await storage.remove('reports', report.id);
}

function parisTime(date: Date): string {
  return isoWithOffset(date).slice(0, 16).replace('T', ' ');
}

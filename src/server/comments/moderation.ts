import { randomBytes } from 'node:crypto';
import { type CommentFile, commentFileSchema } from '#content/comment-schema.ts';
import { isoDay, isoWithOffset } from '#lib/dates.ts';
import { strings } from '#strings.ts';
import { type Keys, hashEmail } from './keys.ts';
import type { Published, PublishedComments } from './published.ts';
import type { Pending, Rejected, Report } from './records.ts';
import type { CommentStorage } from './storage.ts';

export interface Moderation {
  /** Publishes a comment; of a report, withdraws the comment it is about. */
  accept(id: string): Promise<'accepted' | 'already' | 'withdrawn' | 'unknown'>;
  /** Refuses a comment, which is kept for a time; of a report, dismisses it. */
  reject(id: string): Promise<'rejected' | 'already' | 'dismissed' | 'unknown'>;
  /** Publishes an answer of the magazine. @returns its id, or `null` when no such comment is published */
  reply(id: string, text: string, author: string): Promise<string | null>;
  /** Erases all that was sent with this e-mail address. @returns the ids */
  erase(email: string): Promise<string[]>;
}

/**
 * What editors decide. Each decision writes what is new before it removes what was, so that a process killed
 * between two steps loses nothing: the decision taken again, or `finishInterrupted`, does the rest.
 */
export function createModeration(
  storage: CommentStorage,
  published: PublishedComments,
  keys: Keys,
  now: () => Date = () => new Date(),
): Moderation {
  return {
    async accept(id) {
      const pending = await storage.get('pending', id);
      if (pending) {
        await publish(storage, published, keys, pending);
        return 'accepted';
      }
      const report = await storage.get('reports', id);
      if (report) {
        await withdraw(storage, published, report, now());
        return 'withdrawn';
      }
      return (await storage.get('accepted', id)) ? 'already' : 'unknown';
    },

    async reject(id) {
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
      return (await storage.get('rejected', id)) ? 'already' : 'unknown';
    },

    async reply(id, text, author) {
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
    },

    async erase(email) {
      const hash = hashEmail(keys, email);
      const isTheirs = (record: { email?: string | undefined; emailHash?: string | undefined }) =>
        record.emailHash === hash || (record.email !== undefined && hashEmail(keys, record.email) === hash);
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
    },
  };
}

/**
 * Does the rest of what a killed process had begun: a comment both waiting and decided is decided.
 */
export async function finishInterrupted(
  storage: CommentStorage,
  published: PublishedComments,
  keys: Keys,
): Promise<void> {
  await storage.tidy();
  await published.tidy();
  for (const pending of (await storage.list('pending')).records) {
    const { article, id } = pending;
    if (await storage.get('rejected', id)) await storage.remove('pending', id);
    else if (await published.get(article, id)) await publish(storage, published, keys, pending);
  }
}

/** Erases what was refused longer ago than the magazine keeps it. @returns how many */
export async function purgeRejected(storage: CommentStorage, days: number, now: Date): Promise<number> {
  const limit = now.getTime() - days * 24 * 60 * 60 * 1000;
  const { records } = await storage.list('rejected');
  const old = records.filter(({ rejectedAt }) => Date.parse(rejectedAt) <= limit);
  for (const { id } of old) await storage.remove('rejected', id);
  return old.length;
}

async function publish(
  storage: CommentStorage,
  published: PublishedComments,
  keys: Keys,
  pending: Pending,
): Promise<void> {
  const { id, article, email } = pending;
  await published.add({ id, article, comment: await fileOf(published, pending) });
  await storage.add('accepted', { id, article, emailHash: email && hashEmail(keys, email) });
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

async function withdraw(
  storage: CommentStorage,
  published: PublishedComments,
  report: Report,
  now: Date,
): Promise<void> {
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

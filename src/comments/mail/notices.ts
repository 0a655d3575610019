import { isoWithOffset } from '#lib/dates.ts';
import type { Database } from '#comments/store/database/tables.ts';
import type { MailLinks } from './links.ts';
import { waitingMessage } from './messages.ts';
import { enqueue } from './outbox.ts';

/** The least time between two notices to a moderator, in milliseconds. */
const PAUSE = 10 * 60 * 1000;
/** The hour in Paris from which the daily notice is sent. */
const MORNING = 7;
/** The maximum number of comments that are loaded to be quoted. A notice only counts the others. */
const MAX_READ = 10;
/** In milliseconds. A comment this recent waits for the next notice: its transaction may not be committed yet. */
export const SETTLING = 1_000;

/**
 * Notifies moderators of pending comments and reports, either at most every ten minutes or each morning. The notice and
 * the instant until which it covers comments are stored together, so that no process sends it twice.
 */
export async function addNotices(database: Database, addresses: MailLinks, now: Date): Promise<void> {
  const moderators = await database
    .selectFrom('moderators')
    .select(['id', 'email', 'notice', 'told_until'])
    .where('withdrawn_at', 'is', null)
    .where('notice', '!=', 'none')
    .execute();
  for (const moderator of moderators) {
    if (isTime(moderator.notice === 'daily', moderator.told_until, now))
      await notify(database, addresses, moderator, now);
  }
}

function isTime(isDaily: boolean, coveredUntil: string, now: Date): boolean {
  if (!isDaily) return coveredUntil <= new Date(now.getTime() - PAUSE).toISOString();
  const local = isoWithOffset(now);
  const today = local.slice(0, 10);
  const lastDay = coveredUntil === '' ? '' : isoWithOffset(new Date(coveredUntil)).slice(0, 10);
  return lastDay < today && Number(local.slice(11, 13)) >= MORNING;
}

function notify(
  database: Database,
  addresses: MailLinks,
  { id, email, told_until }: { id: string; email: string; told_until: string },
  now: Date,
): Promise<void> {
  const until = new Date(now.getTime() - SETTLING).toISOString();
  return database.transaction().execute(async (trx) => {
    const comments = trx
      .selectFrom('comments')
      .where('state', '=', 'pending')
      .where('written_at', '>', told_until)
      .where('written_at', '<=', until);
    const reports = trx
      .selectFrom('reports')
      .where('state', '=', 'pending')
      .where('written_at', '>', told_until)
      .where('written_at', '<=', until);
    const [{ count: commentCount }, { count: reportCount }] = [
      await comments.select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow(),
      await reports.select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow(),
    ];
    const waiting = { count: Number(commentCount), reports: Number(reportCount) };
    if (waiting.count + waiting.reports === 0) return;
    const first = await comments
      .select(['name', 'article', 'text'])
      .orderBy('written_at')
      .limit(MAX_READ)
      .execute();
    const { numUpdatedRows } = await trx
      .updateTable('moderators')
      .set({ told_until: until })
      .where('id', '=', id)
      .where('told_until', '=', told_until)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    const quoted = first.map(({ article, ...comment }) => ({
      ...comment,
      article: addresses.title(article),
    }));
    const path = waiting.count > 0 ? '' : 'signalements/';
    await enqueue(
      trx,
      waitingMessage(email, addresses.moderation(path), { ...waiting, comments: quoted }),
      now,
    );
  });
}

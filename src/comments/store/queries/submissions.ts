import type { Database } from '#comments/store/database/tables.ts';
import { countComments, searchable } from './comments.ts';

/** More than moderators read in weeks. The limit stops a flood of spam, so that they can still read the rest. */
const MAX_PENDING = 2_000;

/** A comment from a reader. `emailHash` and `network` are hashes. */
export interface NewComment {
  id: string;
  article: string;
  replyTo?: string | undefined;
  name: string;
  email?: string | undefined;
  emailHash?: string | undefined;
  network?: string | undefined;
  site?: string | undefined;
  text: string;
  date: Date;
}

/** A report of a published comment, from a reader. */
export interface NewReport {
  id: string;
  article: string;
  comment: string;
  reason: string;
  text?: string | undefined;
  name?: string | undefined;
  email?: string | undefined;
  emailHash?: string | undefined;
  date: Date;
}

/** The token of a form, which allows one submission. */
export interface SpentToken {
  nonce: string;
  expiresAt: Date;
}

/** The result of a submission: stored, already sent with this token, or too many are pending. */
export type SubmissionResult = 'stored' | 'replayed' | 'full';

/**
 * Stores a comment and marks its token as spent, both or neither.
 *
 * @param also called in the same transaction
 */
export function addPendingComment(
  db: Database,
  comment: NewComment,
  token: SpentToken,
  also?: (trx: Database) => Promise<void>,
): Promise<SubmissionResult> {
  return db.transaction().execute(async (trx) => {
    if ((await countComments(trx, { state: 'pending' }, MAX_PENDING)) >= MAX_PENDING) return 'full';
    if (!(await spend(trx, token))) return 'replayed';
    const { id, article, name, text, date } = comment;
    const added = await trx
      .insertInto('comments')
      .values({
        ...{ id, article, name, text },
        reply_to: comment.replyTo ?? null,
        email: comment.email ?? null,
        email_hash: comment.emailHash ?? null,
        network: comment.network ?? null,
        site: comment.site ?? null,
        search: searchable(name, text),
        staff: 0,
        written_at: date.toISOString(),
        state: 'pending',
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (!added.numInsertedOrUpdatedRows) return 'replayed';
    await also?.(trx);
    return 'stored';
  });
}

/**
 * Stores a report and marks its token as spent, both or neither.
 *
 * @param also called in the same transaction
 */
export function addReport(
  db: Database,
  report: NewReport,
  token: SpentToken,
  also?: (trx: Database) => Promise<void>,
): Promise<SubmissionResult> {
  return db.transaction().execute(async (trx) => {
    const { count } = await trx
      .selectFrom(
        trx
          .selectFrom('reports')
          .select('id')
          .where('state', '=', 'pending')
          .limit(MAX_PENDING)
          .as('counted'),
      )
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    if (Number(count) >= MAX_PENDING) return 'full';
    if (!(await spend(trx, token))) return 'replayed';
    const { id, article, comment, reason, date } = report;
    const added = await trx
      .insertInto('reports')
      .values({
        ...{ id, article, comment, reason },
        text: report.text ?? null,
        name: report.name ?? null,
        email: report.email ?? null,
        email_hash: report.emailHash ?? null,
        written_at: date.toISOString(),
        state: 'pending',
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (!added.numInsertedOrUpdatedRows) return 'replayed';
    await also?.(trx);
    return 'stored';
  });
}

/**
 * Whether a token is spent. The service asks this first, so that a repeated submission does not count for rate limits.
 */
export async function isSpent(db: Database, nonce: string): Promise<boolean> {
  const found = await db
    .selectFrom('spent_tokens')
    .select('nonce')
    .where('nonce', '=', nonce)
    .executeTakeFirst();
  return found !== undefined;
}

/** Marks a token as spent. @returns false when it already was */
async function spend(trx: Database, { nonce, expiresAt }: SpentToken): Promise<boolean> {
  const spent = await trx
    .insertInto('spent_tokens')
    .values({ nonce, expires_at: expiresAt.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Boolean(spent.numInsertedOrUpdatedRows);
}

import { sql } from 'kysely';
import { isPostgres } from '#comments/store/database/columns.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { record } from './journal.ts';

/**
 * Erases comments in any state, and the reports about them. A comment with replies becomes an empty record, so that the
 * thread stays whole.
 *
 * @returns the ids of the comments that were erased
 */
export function eraseComments(
  db: Database,
  ids: readonly string[],
  { by, now }: { by: string; now: Date },
): Promise<string[]> {
  return db.transaction().execute(async (trx) => {
    if (ids.length === 0) return [];
    const found = await trx
      .selectFrom('comments')
      .select(['id', 'text'])
      .where('id', 'in', [...new Set(ids)])
      .where('state', '<>', 'erased')
      .execute();
    const erased = found.map(({ id }) => id);
    if (erased.length === 0) return [];
    const at = now.toISOString();
    await trx
      .updateTable('comments')
      .set({
        ...BLANK,
        state: 'erased',
        previous_state: null,
        decided_at: at,
        decided_by: null,
        reason: null,
      })
      .where('id', 'in', erased)
      .execute();
    await removePlaces(trx);
    await trx.deleteFrom('reports').where('comment', 'in', erased).execute();
    await trx.deleteFrom('followers').where('comment', 'in', erased).execute();
    await trx.deleteFrom('outbox').where('subject', 'in', erased).execute();
    await removeMessagesWith(
      trx,
      found.map(({ text }) => text),
    );
    await trx
      .insertInto('erasures')
      .values(erased.map((id) => ({ id, erased_at: at })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await record(
      trx,
      now,
      erased.map((subject) => ({ actor: by, action: 'erase', subject })),
    );
    return erased;
  });
}

/**
 * Erases all that came from an e-mail address: comments, reports, blocks, notifications of replies and unsent messages.
 *
 * @returns the ids of the comments that were erased
 */
export async function eraseWriter(
  db: Database,
  { email, hash }: { email: string; hash: string },
  who: { by: string; now: Date },
): Promise<string[]> {
  const rows = await db.selectFrom('comments').select('id').where('email_hash', '=', hash).execute();
  await db.deleteFrom('reports').where('email_hash', '=', hash).execute();
  await db.deleteFrom('blocks').where('value', '=', hash).execute();
  await db.deleteFrom('followers').where('email_hash', '=', hash).execute();
  await removeMessagesWith(db, [email.trim()]);
  return eraseComments(
    db,
    rows.map(({ id }) => id),
    who,
  );
}

/** How much of a text to look for, in characters: a message may quote only the start of a longer text. */
const MIN_QUOTED = 300;

/** Removes the unsent messages that contain one of these texts, such as notices to moderators. */
async function removeMessagesWith(db: Database, texts: readonly string[]): Promise<void> {
  const values = texts
    .filter(Boolean)
    .map((text) =>
      text.length > MIN_QUOTED
        ? JSON.stringify(text.slice(0, MIN_QUOTED)).slice(0, -1)
        : JSON.stringify(text),
    );
  const messages = await db.selectFrom('outbox').select(['id', 'message']).execute();
  for (const { id, message } of messages)
    if (values.some((value) => message.toLowerCase().includes(value.toLowerCase())))
      await db.deleteFrom('outbox').where('id', '=', id).execute();
}

/** The values of an empty record, which only marks the place of an erased comment in its thread. */
export const BLANK = {
  name: '',
  text: '',
  search: '',
  email: null,
  email_hash: null,
  network: null,
  site: null,
} as const;

/** Removes the empty records that have no reply. It repeats this, because their parents may have no other reply. */
export async function removePlaces(db: Database): Promise<void> {
  for (;;) {
    const { numDeletedRows } = await db
      .deleteFrom('comments')
      .where('text', '=', '')
      .where('state', 'in', ['erased', 'withdrawn'])
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('comments as replies')
              .select('replies.id')
              .whereRef('replies.reply_to', '=', 'comments.id'),
          ),
        ),
      )
      .executeTakeFirst();
    if (!numDeletedRows) return;
  }
}

/** Removes erased data from the write-ahead log of SQLite too. PostgreSQL does this by its own maintenance. */
export async function flushErased(db: Database): Promise<void> {
  if (!isPostgres(db)) await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
}

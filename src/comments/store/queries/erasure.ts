import { sql } from 'kysely';
import { isPostgres } from '#comments/store/database/columns.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { record } from './journal.ts';

/**
 * Erases comments of any state, and the reports about them. Of a comment that has replies only its place remains.
 *
 * @returns the ids of those that existed
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
      .select('id')
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
 * Erases all that came with an e-mail address: comments, and what reports say of who reported.
 *
 * @param hash the digest of the address
 * @returns the ids of the comments
 */
export async function eraseWriter(
  db: Database,
  hash: string,
  who: { by: string; now: Date },
): Promise<string[]> {
  const rows = await db.selectFrom('comments').select('id').where('email_hash', '=', hash).execute();
  await db.deleteFrom('reports').where('email_hash', '=', hash).execute();
  await db.deleteFrom('blocks').where('value', '=', hash).execute();
  await db.deleteFrom('followers').where('email_hash', '=', hash).execute();
  return eraseComments(
    db,
    rows.map(({ id }) => id),
    who,
  );
}

/** The fields of a comment of which nothing remains but its place in a thread. */
export const BLANK = {
  name: '',
  text: '',
  search: '',
  email: null,
  email_hash: null,
  network: null,
  site: null,
} as const;

/** Removes the places of erased comments that no reply needs, one after the other up a thread. */
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

/** Removes what was erased from the write-ahead log of SQLite too. PostgreSQL does so by its own maintenance. */
export async function flushErased(db: Database): Promise<void> {
  if (!isPostgres(db)) await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
}

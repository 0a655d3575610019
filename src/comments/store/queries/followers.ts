import type { Database } from '#comments/store/database/tables.ts';

/** Stores that a writer wants to be notified of replies. They must still confirm it. */
export async function addFollower(
  db: Database,
  comment: string,
  email: string,
  emailHash: string,
  now: Date,
): Promise<void> {
  await db
    .insertInto('followers')
    .values({ comment, email, email_hash: emailHash, asked_at: now.toISOString(), confirmed_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * @returns whether the writer has confirmed that they follow the replies to a comment; `null` when they never asked or
 * have cancelled
 */
export async function getFollower(db: Database, comment: string): Promise<{ isConfirmed: boolean } | null> {
  const row = await db
    .selectFrom('followers')
    .select('confirmed_at')
    .where('comment', '=', comment)
    .executeTakeFirst();
  return row ? { isConfirmed: row.confirmed_at !== null } : null;
}

export async function confirmFollower(db: Database, comment: string, now: Date): Promise<void> {
  await db
    .updateTable('followers')
    .set({ confirmed_at: now.toISOString() })
    .where('comment', '=', comment)
    .where('confirmed_at', 'is', null)
    .execute();
}

/** Removes a follower, with their e-mail address. */
export async function removeFollower(db: Database, comment: string): Promise<void> {
  await db.deleteFrom('followers').where('comment', '=', comment).execute();
}

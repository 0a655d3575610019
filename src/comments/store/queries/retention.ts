import type { Database } from '#comments/store/database/tables.ts';
import { UNDO_TIME } from './decisions.ts';
import { BLANK, removePlaces } from './erasure.ts';
import { DAY } from '#lib/durations.ts';

/** How long journal entries are stored, in days. */
const JOURNAL_RETENTION = 365;
/** How long a writer may take to confirm that they follow replies, in milliseconds. */
const CONFIRMATION_TIME = 7 * DAY;

/**
 * Erases what is no longer needed:
 * - `retentionDays` after the decision: rejected comments, the texts of withdrawn ones, and decided reports;
 * - 10 minutes after it (UNDO_TIME): the e-mail address and the network of a published comment;
 * - when they expire: spent tokens, rate limits, blocks and one-time tokens;
 * - after a day: moderators' sessions; after 365 days: journal entries;
 * - followers who did not confirm within 7 days, and those of comments neither pending nor published.
 * A pending comment, with its e-mail address, is stored until someone decides.
 *
 * @returns how many comments were erased
 */
export function eraseExpired(db: Database, retentionDays: number, now: Date): Promise<number> {
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString();
  const [at, limit] = [now.toISOString(), before(retentionDays * DAY)];
  return db.transaction().execute(async (trx) => {
    const rejected = await trx
      .deleteFrom('comments')
      .where('state', '=', 'rejected')
      .where('decided_at', '<=', limit)
      .executeTakeFirst();
    const withdrawn = await trx
      .updateTable('comments')
      .set(BLANK)
      .where('state', '=', 'withdrawn')
      .where('decided_at', '<=', limit)
      .where('text', '<>', '')
      .executeTakeFirst();
    await removePlaces(trx);
    await trx
      .updateTable('comments')
      .set({ email: null, network: null, previous_state: null })
      .where('state', '=', 'approved')
      .where('decided_at', '<=', before(UNDO_TIME))
      .where('previous_state', 'is not', null)
      .execute();
    await trx
      .deleteFrom('reports')
      .where('state', '<>', 'pending')
      .where('decided_at', '<=', limit)
      .execute();
    await trx.deleteFrom('spent_tokens').where('expires_at', '<=', at).execute();
    await trx.deleteFrom('limits').where('expires_at', '<=', at).execute();
    await trx.deleteFrom('blocks').where('until', '<=', at).execute();
    await trx.deleteFrom('one_time_tokens').where('expires_at', '<=', at).execute();
    await trx.deleteFrom('sessions').where('created_at', '<=', before(DAY)).execute();
    await removeFollowers(trx, before(CONFIRMATION_TIME));
    await trx
      .deleteFrom('journal')
      .where('at', '<=', before(JOURNAL_RETENTION * DAY))
      .execute();
    return Number(rejected.numDeletedRows + withdrawn.numUpdatedRows);
  });
}

/** Removes the followers of comments that are neither pending nor published, and those who did not confirm in time. */
async function removeFollowers(trx: Database, limit: string): Promise<void> {
  await trx
    .deleteFrom('followers')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('comments')
            .select('comments.id')
            .whereRef('comments.id', '=', 'followers.comment')
            .where('comments.state', 'in', ['pending', 'approved'])
            .where(({ eb, or }) =>
              or([
                eb('followers.confirmed_at', 'is not', null),
                eb('comments.state', '=', 'pending'),
                eb('comments.decided_at', '>', limit),
              ]),
            ),
        ),
      ),
    )
    .execute();
}

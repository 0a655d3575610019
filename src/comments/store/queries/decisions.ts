import { randomBytes } from 'node:crypto';
import { isoDay } from '#lib/dates.ts';
import type { CommentState, Database } from '#comments/store/database/tables.ts';
import { searchable } from './comments.ts';
import { record } from './journal.ts';

/** How long a decision can be undone, in milliseconds. */
export const UNDO_TIME = 10 * 60 * 1000;

export type Decision = 'accept' | 'reject' | 'withdraw';

/** The state that each decision requires, and the one that it results in. */
const STEPS = {
  accept: { from: 'pending', to: 'approved' },
  reject: { from: 'pending', to: 'rejected' },
  withdraw: { from: 'approved', to: 'withdrawn' },
} as const satisfies Record<Decision, { from: CommentState; to: CommentState }>;

/** Who makes a decision, when and why. */
export interface Decider {
  /** Id of a moderator, or an actor of the journal. */
  by: string;
  now: Date;
  /** A code or a text, which is not recorded in the journal. */
  reason?: string | undefined;
  /** Called in the transaction of the decision, with the ids that it changed. If it throws, nothing is stored. */
  also?: ((trx: Database, ids: readonly string[]) => Promise<void>) | undefined;
}

/** The result of a decision: done, or already in another state, or no such comment. */
export type DecisionResult =
  | { kind: 'done' }
  | { kind: 'other'; state: CommentState; by: string | null; at: string | null }
  | { kind: 'unknown' };

/**
 * Decides on comments. Of two moderators, the first one decides, and the second one gets the state that results.
 * Withdrawing a comment also upholds its pending reports.
 *
 * @returns the result for each comment, by id
 */
export function decide(
  db: Database,
  decision: Decision,
  ids: readonly string[],
  { by, now, reason, also }: Decider,
): Promise<Map<string, DecisionResult>> {
  const { from, to } = STEPS[decision];
  const unique = [...new Set(ids)];
  const at = now.toISOString();
  return db.transaction().execute(async (trx) => {
    const results = new Map<string, DecisionResult>(unique.map((id) => [id, { kind: 'unknown' }]));
    if (unique.length === 0) return results;
    const done = await trx
      .updateTable('comments')
      .set({ state: to, previous_state: from, decided_at: at, decided_by: by, reason: reason ?? null })
      .where('id', 'in', unique)
      .where('state', '=', from)
      .returning('id')
      .execute();
    for (const { id } of done) results.set(id, { kind: 'done' });
    const rest = unique.filter((id) => results.get(id)?.kind !== 'done');
    if (rest.length > 0)
      for (const row of await trx
        .selectFrom('comments')
        .select(['id', 'state', 'decided_by', 'decided_at'])
        .where('id', 'in', rest)
        .execute())
        results.set(row.id, { kind: 'other', state: row.state, by: row.decided_by, at: row.decided_at });
    if (decision === 'withdraw' && done.length > 0)
      await trx
        .updateTable('reports')
        .set({ state: 'upheld', decided_at: at, decided_by: by })
        .where(
          'comment',
          'in',
          done.map(({ id }) => id),
        )
        .where('state', '=', 'pending')
        .execute();
    await record(
      trx,
      now,
      done.map(({ id: subject }) => ({ actor: by, action: decision, subject })),
    );
    await also?.(
      trx,
      done.map(({ id }) => id),
    );
    return results;
  });
}

/**
 * Undoes the last decision on each comment, within UNDO_TIME: the comments, and the reports upheld with them, get their
 * previous state.
 *
 * @returns the ids of the comments whose decision was undone
 */
export function undo(
  db: Database,
  ids: readonly string[],
  { by, now, also }: Omit<Decider, 'reason'>,
): Promise<string[]> {
  const since = new Date(now.getTime() - UNDO_TIME).toISOString();
  return db.transaction().execute(async (trx) => {
    if (ids.length === 0) return [];
    const undone = await trx
      .updateTable('comments')
      .set(({ ref }) => ({
        state: ref('previous_state').$notNull(),
        previous_state: null,
        decided_at: null,
        decided_by: null,
        reason: null,
      }))
      .where('id', 'in', [...new Set(ids)])
      .where('previous_state', 'is not', null)
      .where('decided_at', '>', since)
      .returning('id')
      .execute();
    if (undone.length === 0) return [];
    const subjects = undone.map(({ id }) => id);
    await trx
      .updateTable('reports')
      .set({ state: 'pending', decided_at: null, decided_by: null, decision: null })
      .where('comment', 'in', subjects)
      .where('state', '=', 'upheld')
      .where('decided_at', '>', since)
      .execute();
    await record(
      trx,
      now,
      subjects.map((subject) => ({ actor: by, action: 'undo', subject })),
    );
    await also?.(trx, subjects);
    return subjects;
  });
}

/**
 * Publishes a reply of the magazine to a published comment.
 *
 * @returns its id, or `null` when `to` is not published
 */
export function reply(
  db: Database,
  { to, name, text }: { to: string; name: string; text: string },
  { by, now, also }: Omit<Decider, 'reason'>,
): Promise<string | null> {
  return db.transaction().execute(async (trx) => {
    const parent = await trx
      .selectFrom('comments')
      .select('article')
      .where('id', '=', to)
      .where('state', '=', 'approved')
      .executeTakeFirst();
    if (!parent) return null;
    const id = `${isoDay(now)}-${randomBytes(4).toString('hex')}`;
    const at = now.toISOString();
    await trx
      .insertInto('comments')
      .values({
        ...{ id, article: parent.article, reply_to: to, name, text, staff: 1 },
        search: searchable(name, text),
        written_at: at,
        state: 'approved',
        decided_at: at,
        decided_by: by,
      })
      .execute();
    await record(trx, now, [{ actor: by, action: 'reply', subject: id, details: { to } }]);
    await also?.(trx, [id]);
    return id;
  });
}

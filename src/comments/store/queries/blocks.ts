import { randomBytes } from 'node:crypto';
import type { BlocksTable, Database } from '#comments/store/database/tables.ts';
import { record } from './journal.ts';

/**
 * A block: comments of this writer or network are refused until a date. `value` is the hash of the e-mail address or
 * network.
 */
export interface Block {
  kind: BlocksTable['kind'];
  value: string;
  until: Date;
  reason?: string | undefined;
}

/** Blocks a writer or a network. @returns the id of the block */
export function block(
  db: Database,
  { kind, value, until, reason }: Block,
  { by, now }: { by: string; now: Date },
): Promise<string> {
  const id = randomBytes(8).toString('hex');
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto('blocks')
      .values({
        ...{ id, kind, value },
        until: until.toISOString(),
        created_at: now.toISOString(),
        created_by: by,
        reason: reason ?? null,
      })
      .execute();
    const details = { kind, until: until.toISOString() };
    await record(trx, now, [{ actor: by, action: 'block', subject: id, details }]);
    return id;
  });
}

/** Ends a block at once. @returns false when there is no block with this id */
export function unblock(db: Database, id: string, { by, now }: { by: string; now: Date }): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numDeletedRows } = await trx.deleteFrom('blocks').where('id', '=', id).executeTakeFirst();
    if (!numDeletedRows) return false;
    await record(trx, now, [{ actor: by, action: 'unblock', subject: id }]);
    return true;
  });
}

/** Lists the current blocks, the first to end first. */
export async function listBlocks(db: Database, now: Date) {
  const rows = await db
    .selectFrom('blocks')
    .selectAll()
    .where('until', '>', now.toISOString())
    .orderBy('until')
    .execute();
  return rows.map(({ id, kind, value, until, created_at: createdAt, created_by: by, reason }) => ({
    ...{ id, kind, value, until, createdAt, by, reason },
  }));
}

/** Whether one of these hashes, of an e-mail address or a network, is blocked now. */
export async function isBlocked(
  db: Database,
  values: readonly (string | undefined)[],
  now: Date,
): Promise<boolean> {
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0) return false;
  const found = await db
    .selectFrom('blocks')
    .select('id')
    .where('value', 'in', known)
    .where('until', '>', now.toISOString())
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

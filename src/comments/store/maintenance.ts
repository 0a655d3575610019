import type { Settings } from '#comments/settings.ts';
import { removeOldBackups } from '#comments/transfer/backups.ts';
import type { Database } from './database/tables.ts';
import { flushErased } from './queries/erasure.ts';
import { eraseExpired } from './queries/retention.ts';

/** Erases what is no longer needed from the database, and old backups. @returns how many comments were erased */
export async function maintain(
  db: Database,
  { retentionDays, dataFolder }: Pick<Settings, 'retentionDays' | 'dataFolder'>,
  now: Date = new Date(),
): Promise<number> {
  const erased = await eraseExpired(db, retentionDays, now);
  await flushErased(db);
  await removeOldBackups(dataFolder, retentionDays, now);
  return erased;
}

/** @throws when the database cannot be written */
export async function checkWritable(db: Database): Promise<void> {
  const key = 'health';
  const row = { key, points: 0, expires_at: new Date().toISOString() };
  await db
    .insertInto('limits')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ expires_at: row.expires_at }))
    .execute();
}

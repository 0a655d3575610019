import { stat } from 'node:fs/promises';
import type { Database } from '#comments/store/database/tables.ts';

/**
 * Whether something was decided since the site was last built: the process that should have published it was killed, or
 * the decision was made in a terminal.
 *
 * @param file one that each build writes
 */
export async function isBehind(database: Database, file: string): Promise<boolean> {
  const { mtime } = await stat(file);
  const decided = await database
    .selectFrom('comments')
    .select('id')
    .where('state', 'in', ['approved', 'withdrawn', 'erased'])
    .where('decided_at', '>', mtime.toISOString())
    .limit(1)
    .executeTakeFirst();
  return decided !== undefined;
}

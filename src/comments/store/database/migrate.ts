import { type Migration, Migrator } from 'kysely/migration';
import { createCommentTables } from './migrations/001-comments.ts';
import { createModeratorTables } from './migrations/002-moderators.ts';
import { createMailTables } from './migrations/003-mail.ts';
import type { Database } from './tables.ts';

/** All migrations, in the order of their numbers. Do not change one after its release: add another. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-comments': { up: createCommentTables },
  '002-moderators': { up: createModeratorTables },
  '003-mail': { up: createMailTables },
};

/**
 * Runs the migrations that this database lacks, all or none, under a lock.
 *
 * @throws the error of the first migration that fails
 */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error as Error;
}

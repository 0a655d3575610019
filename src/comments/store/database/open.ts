import { Kysely } from 'kysely';
import { migrate } from './migrate.ts';
import { postgresDialect } from './postgres.ts';
import { readOnlyDialect, sqliteDialect } from './sqlite.ts';
import type { Database, Tables } from './tables.ts';

/** Where comments are stored: the address of a PostgreSQL database, or a SQLite file. */
export type DatabaseLocation = { url: string } | { file: string };

/**
 * Opens the database, and brings its tables up to date. Several processes may do so at once.
 *
 * @throws when it cannot be opened; nothing stays open
 */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  const dialect = 'url' in location ? postgresDialect(location.url) : sqliteDialect(location.file);
  const db = new Kysely<Tables>({ dialect });
  try {
    await migrate(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** Opens a SQLite file that cannot be written, to read it. Its tables must be those of this version. */
export const openForReading = (file: string): Database =>
  new Kysely<Tables>({ dialect: readOnlyDialect(file) });

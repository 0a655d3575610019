import { Kysely } from 'kysely';
import { migrate } from './migrate.ts';
import { postgresDialect } from './postgres.ts';
import { readOnlyDialect, sqliteDialect } from './sqlite.ts';
import type { Database, Tables } from './tables.ts';

/** The location of the database: the URL of a PostgreSQL database, or the path of a SQLite file. */
export type DatabaseLocation = { url: string } | { file: string };

/**
 * Opens the database and migrates its tables. Several processes may do so at the same time.
 *
 * @throws when it cannot be opened or migrated; no connection stays open
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

/** Opens a SQLite file that cannot be written, for reading. Its tables must be those of this version of the code. */
export const openForReading = (file: string): Database =>
  new Kysely<Tables>({ dialect: readOnlyDialect(file) });

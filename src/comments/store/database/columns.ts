import { type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely';

/** Whether a database is PostgreSQL. */
export const isPostgres = (db: Pick<Kysely<never>, 'getExecutor'>) =>
  db.getExecutor().adapter instanceof PostgresAdapter;

/** The type of a text column. Both databases sort it by code point, so that lists have the same order in both. */
export function textType(db: Pick<Kysely<never>, 'getExecutor'>): RawBuilder<string> {
  return isPostgres(db) ? sql`text collate "C"` : sql`text`;
}

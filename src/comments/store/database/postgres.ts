import { PostgresDialect } from 'kysely';

// In milliseconds.
const CONNECTION_TIMEOUT = 5_000;
const STATEMENT_TIMEOUT = 30_000;
/** Connections of one process. */
const MAX_CONNECTIONS = 10;

/** Creates the dialect for a PostgreSQL database. A lost connection is replaced at the next query. */
export function postgresDialect(connectionString: string): PostgresDialect {
  return new PostgresDialect({
    async pool() {
      const { Pool } = (await import('pg')).default;
      const pool = new Pool({
        connectionString,
        max: MAX_CONNECTIONS,
        connectionTimeoutMillis: CONNECTION_TIMEOUT,
        statement_timeout: STATEMENT_TIMEOUT,
        application_name: 'comments',
      });
      // An idle connection that the server closes is no fault: the query that needs another one reports it.
      pool.on('error', () => {});
      return pool;
    },
  });
}

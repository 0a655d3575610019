import { PostgresDialect } from 'kysely';

// Both in milliseconds.
const CONNECTION_TIMEOUT = 5_000;
const STATEMENT_TIMEOUT = 30_000;
/** The maximum number of connections of one process. */
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
      // A closed idle connection is no error: if the next query cannot open another one, it fails itself.
      pool.on('error', () => {});
      // A connection that is cut while it is used also emits an error, which would stop the process: its query fails too.
      pool.on('connect', (client) => client.on('error', () => {}));
      return pool;
    },
  });
}

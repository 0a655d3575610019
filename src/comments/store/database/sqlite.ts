import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { PRIVATE, PRIVATE_FOLDER } from '#storage/durable-file.ts';

/** How long a statement waits for a lock of another process, in milliseconds. */
const BUSY_TIMEOUT = 10_000;
/** The longest pause between two attempts, in milliseconds. */
const LONGEST_PAUSE = 50;
/** SQLite result code: another connection has locked the database. */
const SQLITE_BUSY = 5;

/** Creates the dialect for a SQLite file, which is created when missing and which only its owner may read. */
export const sqliteDialect = (file: string) => dialectFor(() => openFile(file));

/** Creates the dialect for a SQLite file on a full or read-only disk. It ignores the write-ahead log. */
export const readOnlyDialect = (file: string) => dialectFor(() => openUnchanging(file));

function dialectFor(open: () => DatabaseSync): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => createDriver(open),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/** Lets Kysely run migrations in one transaction: SQLite can roll back changes of tables too. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true;
  }
}

/** Creates a driver with a single connection, which serves one query or transaction at a time. */
function createDriver(open: () => DatabaseSync): Driver {
  let database: DatabaseSync | undefined;
  const run = (connection: DatabaseConnection, text: string) =>
    connection.executeQuery(CompiledQuery.raw(text)).then(() => undefined);
  return {
    init: () => {
      database = open();
      return Promise.resolve();
    },
    acquireConnection: () =>
      database ? Promise.resolve(connect(database)) : Promise.reject(new Error('The database is closed')),
    // `immediate` takes the write lock at the start: a transaction that reads first could not write after another
    // process has written.
    beginTransaction: (connection) => run(connection, 'begin immediate'),
    commitTransaction: (connection) => run(connection, 'commit'),
    rollbackTransaction: (connection) => run(connection, 'rollback'),
    releaseConnection: () => Promise.resolve(),
    destroy: () => {
      database?.close();
      database = undefined;
      return Promise.resolve();
    },
  };
}

function openFile(file: string): DatabaseSync {
  // A folder that exists may have other uses: only the file in it is made private.
  mkdirSync(dirname(file), { recursive: true, mode: PRIVATE_FOLDER });
  closeSync(openSync(file, 'a', PRIVATE));
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT });
  try {
    // A committed change is on the disk, and erased data is overwritten.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    // From now on, `executeQuery` waits for locks itself, without blocking the process.
    database.exec('PRAGMA busy_timeout = 0');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** @throws when the write-ahead log is not empty: its changes would be missing */
function openUnchanging(file: string): DatabaseSync {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  if (log && log.size > 0) throw new Error('The log of the database cannot be read');
  return new DatabaseSync(`${pathToFileURL(file).href}?immutable=1`, { readOnly: true });
}

function connect(database: DatabaseSync): DatabaseConnection {
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const deadline = performance.now() + BUSY_TIMEOUT;
      for (let pause = 1; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
        try {
          return execute<Row>(database, sql, parameters as SQLInputValue[]);
        } catch (error) {
          if (!isBusy(error) || performance.now() > deadline) throw error;
        }
        // Meanwhile the process can handle other requests.
        await wait(pause);
      }
    },
    streamQuery() {
      throw new Error('Lists are read by pages, not streamed');
    },
  };
}

function execute<Row>(database: DatabaseSync, text: string, values: SQLInputValue[]): QueryResult<Row> {
  const statement = database.prepare(text);
  if (statement.columns().length > 0) return { rows: statement.all(...values) as Row[] };
  const { changes } = statement.run(...values);
  return { rows: [], numAffectedRows: BigInt(changes) };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

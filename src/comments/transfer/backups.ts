import { chmod, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'astro/zod';
import { DAY } from '#lib/durations.ts';
import { ExpectedError } from '#lib/expected-error.ts';
import type { Database, Tables } from '#comments/store/database/tables.ts';
import { SERVICE } from '#comments/store/queries/journal.ts';
import { eraseComments } from '#comments/store/queries/erasure.ts';
import { temporaryPath } from '#storage/atomic-write.ts';
import { PRIVATE, PRIVATE_FOLDER } from '#storage/durable-file.ts';
import { strings } from '#strings/site.ts';

/**
 * Tables that are not backed up: temporary data, and the followers of replies, because a restored backup would write to
 * those who have cancelled since.
 */
const TRANSIENT = new Set(['limits', 'sessions', 'one_time_tokens', 'outbox', 'followers']);
/** Rows of one statement: databases limit its number of values. */
const BATCH = 200;
const NAME = /^comments-(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2})Z\.jsonl$/u;

/**
 * A backup is a file of JSON lines: a header, then the rows with their tables, then the number of rows, which reveals a
 * truncated file.
 */
const headerSchema = z.strictObject({ backup: z.literal(1), at: z.iso.datetime() });
const rowSchema = z.strictObject({
  table: z.string(),
  row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
const endSchema = z.strictObject({ rows: z.int() });

type AnyTable = keyof Tables;
type AnyRow = z.output<typeof rowSchema>['row'];

/** The path of a new backup in a data folder. */
export function backupPath(dataFolder: string, now: Date): string {
  const instant = now.toISOString().slice(0, 19).replaceAll(':', '-');
  return join(dataFolder, 'backups', `comments-${instant}Z.jsonl`);
}

/**
 * Writes the contents of the database at one moment into a file, which only its owner may read. It can be restored into
 * SQLite or PostgreSQL.
 *
 * @returns the number of rows
 */
export async function backUp(db: Database, file: string, now: Date): Promise<number> {
  await mkdir(dirname(file), { recursive: true, mode: PRIVATE_FOLDER });
  const temporary = temporaryPath(file);
  const output = await open(temporary, 'wx', PRIVATE);
  try {
    let rows = 0;
    const line = (value: object) => output.write(`${JSON.stringify(value)}\n`);
    await line({ backup: 1, at: now.toISOString() });
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (trx) => {
        for (const table of await lastingTables(trx)) {
          const found = await trx.selectFrom(table).selectAll().execute();
          for (const row of found) await line({ table, row });
          rows += found.length;
        }
      });
    await line({ rows });
    await output.sync();
    await output.close();
    await chmod(temporary, PRIVATE);
    await rename(temporary, file);
    return rows;
  } catch (error) {
    await output.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}

/**
 * Restores a backup, all or nothing. Comments that were erased after the backup stay erased.
 *
 * @param replaces whether the comments in the database may be replaced
 * @returns the number of rows
 * @throws ExpectedError when the file is not a complete backup, or the database has comments and `replaces` is false
 */
export async function restore(
  db: Database,
  file: string,
  { replaces, now }: { replaces: boolean; now: Date },
): Promise<number> {
  const rows = await readBackup(file);
  const { backup } = strings.moderation;
  const erasedSince = await db.transaction().execute(async (trx) => {
    const erased = await trx.selectFrom('erasures').selectAll().execute();
    const tables = await lastingTables(trx);
    const isEmpty = (await trx.selectFrom('comments').select('id').limit(1).execute()).length === 0;
    if (!isEmpty && !replaces) throw new ExpectedError(backup.notEmpty);
    const unknown = rows.find(({ table }) => !tables.includes(table as AnyTable));
    if (unknown) throw new ExpectedError(backup.newer(file));
    for (const table of tables) await trx.deleteFrom(table).execute();
    for (const table of tables) {
      const own = rows.filter((one) => one.table === table).map(({ row }) => row);
      for (let index = 0; index < own.length; index += BATCH)
        await insertRows(trx, table, own.slice(index, index + BATCH));
    }
    for (let index = 0; index < erased.length; index += BATCH)
      await trx
        .insertInto('erasures')
        .values(erased.slice(index, index + BATCH))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    return erased.map(({ id }) => id);
  });
  await eraseComments(db, erasedSince, { by: SERVICE, now });
  return rows.length;
}

/** Removes the backups that are older than the retention time. */
export async function removeOldBackups(dataFolder: string, retentionDays: number, now: Date): Promise<void> {
  const folder = join(dataFolder, 'backups');
  const limit = now.getTime() - retentionDays * DAY;
  for (const name of await readdir(folder).catch(() => [])) {
    const [, instant = ''] = NAME.exec(name) ?? [];
    const [day = '', time = ''] = instant.split('T');
    if (instant && Date.parse(`${day}T${time.replaceAll('-', ':')}Z`) <= limit) await rm(join(folder, name));
  }
}

async function lastingTables(db: Database): Promise<AnyTable[]> {
  const tables = await db.introspection.getTables();
  return tables
    .map(({ name }) => name)
    .filter((name) => !TRANSIENT.has(name))
    .sort() as AnyTable[];
}

async function readBackup(file: string): Promise<z.output<typeof rowSchema>[]> {
  try {
    const [header, ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n');
    headerSchema.parse(JSON.parse(header ?? ''));
    const end = endSchema.parse(JSON.parse(lines.pop() ?? ''));
    if (end.rows !== lines.length) throw new Error('Rows are missing');
    return lines.map((line) => rowSchema.parse(JSON.parse(line)));
  } catch (cause) {
    throw new ExpectedError(strings.moderation.backup.unreadable(file), { cause });
  }
}

async function insertRows(db: Database, table: AnyTable, rows: readonly AnyRow[]): Promise<void> {
  // The database rejects a row that does not fit its table.
  await db.insertInto(table).values(rows).execute();
}

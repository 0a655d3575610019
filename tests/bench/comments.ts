import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { findPostgres } from '#cli/postgres.ts';
import type { DatabaseLocation } from '#comments/store/database/open.ts';
import { isPostgres } from '#comments/store/database/columns.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { countComments, getComment, listComments, searchable } from '#comments/store/queries/comments.ts';
import { decide, undo } from '#comments/store/queries/decisions.ts';
import { startPostgres } from '../postgres-server.ts';
import { type Browser, startModeration } from '../unit/comments/moderation/moderation-site.ts';

/**
 * `npm run bench:comments`: what a moderator waits for with 100 pending comments and with 100,000, on each store.
 * It prints ratios, and judges none.
 */
const SIZES = [100, 100_000];
const PAGE = 50;
const RUNS = 21;
const BATCH = 500;

const idOf = (number: number) => `2026-11-24-${number.toString(16).padStart(8, '0')}`;
const dateOf = (number: number) => new Date(Date.parse('2026-01-01') + number * 1000).toISOString();

async function fill(db: Database, size: number): Promise<void> {
  for (let first = 0; first < size; first += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, size - first) }, (_, index) => {
      const number = first + index;
      const text = `Commentaire ${number}. ${'Une phrase de plus pour la longueur. '.repeat(8)}`;
      return {
        ...{ id: idOf(number), article: `article-${number % 300}`, name: `Lecteur ${number}`, text },
        ...{ staff: 0 as const, state: 'pending' as const, written_at: dateOf(number) },
        search: searchable(`Lecteur ${number}`, text),
      };
    });
    await db.insertInto('comments').values(rows).execute();
  }
  // PostgreSQL does so by itself within a minute.
  if (isPostgres(db)) await sql`ANALYZE`.execute(db);
}

/** What is measured, with `size` pending comments. */
const TASKS: Readonly<Record<string, (db: Database, size: number, moderator: Browser) => Promise<unknown>>> =
  {
    'page of the queue in a browser': (_, __, moderator) => moderator.get(''),
    'first page of the queue': (db) => listComments(db, { state: 'pending' }, { size: PAGE }),
    'page in the middle': (db, size) =>
      listComments(db, { state: 'pending' }, { size: PAGE, after: `${dateOf(size / 2)}~${idOf(size / 2)}` }),
    'count, up to 1,000': (db) => countComments(db, { state: 'pending' }, 1_000),
    'one comment': (db, size) => getComment(db, idOf(size - 1)),
    'a decision and its undo': async (db, size) => {
      const who = { by: 'bench', now: new Date() };
      await decide(db, 'accept', [idOf(size - 1)], who);
      await undo(db, [idOf(size - 1)], who);
    },
    'a word that is nowhere': (db) =>
      listComments(db, { state: 'pending', search: 'introuvable' }, { size: PAGE }),
  };

/** @returns milliseconds; the median of several runs */
async function median(task: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    await task();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? NaN;
}

async function measure(name: string, create: () => Promise<DatabaseLocation>): Promise<void> {
  const results: Record<string, number[]> = {};
  for (const size of SIZES) {
    const site = await startModeration(await create());
    const moderator = await site.signedIn('Ada');
    const db = site.database;
    await fill(db, size);
    for (const [what, task] of Object.entries(TASKS))
      (results[what] ??= []).push(await median(() => task(db, size, moderator)));
    await site.close();
  }
  for (const [what, [few = NaN, many = NaN]] of Object.entries(results))
    console.log(
      `${name}, ${what}: ${few.toFixed(2)} ms, ${many.toFixed(2)} ms, ratio ${(many / few).toFixed(1)}`,
    );
}

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
let count = 0;
await measure('SQLite', () => Promise.resolve({ file: join(folder, `${(count += 1)}.sqlite`) }));
rmSync(folder, { recursive: true, force: true });
if (findPostgres()) {
  const server = await startPostgres();
  await measure('PostgreSQL', async () => ({ url: await server.createDatabase() }));
  await server.remove();
} else {
  console.log('PostgreSQL is not installed: left out');
}

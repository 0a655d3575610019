import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readArticleRecords } from '#content/files/article-records.ts';
import { writeDatabase } from '#search/index/database.ts';
import { openSearchIndex } from '#search/index/search-index.ts';
import { createCorrection } from '#search/question/correction.ts';
import { answerQuestion } from '#search/question/ladder.ts';
import type { RecordEngine } from '#search/record-engine.ts';
import { databaseEngine } from '#search/service/database-engine.ts';
import { openEngineInNode } from '../../fixtures/search/pagefind-in-node.ts';
import { makeTables, missesOf } from '../../fixtures/search/tables.ts';

const root = mkdtempSync(join(tmpdir(), 'tables-'));
cpSync('tests/fixtures/content', join(root, 'content'), { recursive: true });
readArticleRecords(root);
const index = await openSearchIndex(root);
const folder = join(root, 'index');
await index.writeTo(folder);
const file = join(root, 'records.sqlite');
writeDatabase(file, 'tables', index.records());
const database = new DatabaseSync(file, { readOnly: true });
const correct = createCorrection((name) => readFile(join(folder, name), 'utf8'));
const engines = {
  Pagefind: await openEngineInNode(folder),
  SQLite: databaseEngine(database, { base: '/', correct, isLate: () => false }),
};
afterAll(() => {
  database.close();
  vi.unstubAllGlobals();
  rmSync(root, { recursive: true });
});

/** Returns the addresses of the records that answer a question, the best first: as many as a table may check. */
const answerBy = (engine: RecordEngine) => async (query: string) => {
  const { records } = await answerQuestion(query, engine);
  return Promise.all(records.slice(0, 100).map(async ({ id }) => (await engine.load(id)).raw_url));
};

describe.each(makeTables([...index.records()]))('$name', (table) => {
  const shares: number[] = [];

  it.each(Object.entries(engines))('find their article with %s', async (_, engine) => {
    const misses = await missesOf(table, answerBy(engine));
    const share = 1 - misses.length / table.questions.length;
    shares.push(share);
    expect(share, misses.join('\n')).toBeGreaterThanOrEqual(table.share);
  });

  it('find it as often with both', () => {
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(0.05);
  });
});

it.each(Object.entries(engines))('%s holds every record', (_, engine) => {
  expect(engine.size).toBe([...index.records()].length);
});

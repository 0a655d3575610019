import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { readArticleRecords } from '#content/files/article-records.ts';
import { openSearchIndex } from '#search/index/search-index.ts';
import { answerQuestion } from '#search/question/ladder.ts';
import { openEngineInNode } from '../../fixtures/search/pagefind-in-node.ts';
import { makeTables, missesOf } from '../../fixtures/search/tables.ts';

const root = process.cwd();
readArticleRecords(root);
const index = await openSearchIndex(root);
const folder = mkdtempSync(join(tmpdir(), 'tables-'));
await index.writeTo(folder);
const engine = await openEngineInNode(folder);
afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true });
});

/** The addresses of what answers a question, best first, as many as a table may look at. */
async function answer(query: string): Promise<string[]> {
  const { records } = await answerQuestion(query, engine);
  return Promise.all(records.slice(0, 100).map(async ({ id }) => (await engine.load(id)).raw_url));
}

it.each(makeTables([...index.records()]))('$name find their article', async (table) => {
  const misses = await missesOf(table, answer);
  expect(1 - misses.length / table.questions.length, misses.join('\n')).toBeGreaterThanOrEqual(table.share);
});

it('holds every record', () => {
  expect(engine.size).toBe([...index.records()].length);
});

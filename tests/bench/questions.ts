import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { writeDatabase } from '#search/index/database.ts';
import { answerQuestion } from '#search/question/ladder.ts';
import { databaseEngine } from '#search/service/database-engine.ts';
import { inventRecords } from './records.ts';

/**
 * `node tests/bench/questions.ts [size]`: writes the database of an invented magazine, and measures the answers of the
 * service. Invented articles share a few hundred words, so that each word is in most articles: the worst case.
 */
const size = Number(process.argv[2] ?? 10_000);

const QUESTIONS = [
  'hydrogène',
  '« le tram »',
  'le prix du carbone en France',
  'quelle est la différence entre un incubateur et un accélérateur ?',
  'hidrogene',
  'x'.repeat(10_000),
  'le la les un une des qui que quoi dont où et ou ni car',
  '"le un ce" "qui est chaque" "un le qui" "ce un le"',
];

const folder = mkdtempSync(join(tmpdir(), 'questions-'));
const file = join(folder, 'questions.sqlite');
const started = performance.now();
writeDatabase(file, 'bench', inventRecords(size));
console.log(
  `${size} articles: ${(statSync(file).size / 1e6).toFixed(1)} MB in ${((performance.now() - started) / 1000).toFixed(1)} s`,
);
const database = new DatabaseSync(file, { readOnly: true });
const engine = databaseEngine(database, { base: '/', correct: async () => [], isLate: () => false });
for (const question of QUESTIONS) {
  const times: number[] = [];
  let found = 0;
  for (let time = 0; time < 5; time += 1) {
    const asked = performance.now();
    found = (await answerQuestion(question, engine)).records.length;
    times.push(performance.now() - asked);
  }
  const [first = 0, ...later] = times;
  console.log(
    `${question.slice(0, 60).padEnd(62)} ${String(found).padStart(6)} ${first.toFixed(0)} ms, then ${Math.max(...later).toFixed(0)} ms`,
  );
}
database.close();
rmSync(folder, { recursive: true });

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { writeDatabase } from '#search/index/database.ts';
import { answerQuestion } from '#search/question/ladder.ts';
import type { SearchRecord } from '#search/search-record.ts';
import { databaseEngine } from '#search/service/database-engine.ts';
import { inventArticle } from './article.ts';
import { lists } from './engines.ts';

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

function* records(): Generator<SearchRecord> {
  for (let index = 0; index < size; index += 1) {
    const { slug, title, description, day, category, tags, author, blocks } = inventArticle(
      index,
      size,
      lists,
    );
    const texts = blocks.flatMap((block) =>
      'items' in block ? block.items : 'text' in block ? block.text : block.steps.map(({ text }) => text),
    );
    yield {
      kind: 'article',
      url: `/articles/${slug}/`,
      title,
      otherNames: [],
      lead: description,
      headings: blocks.flatMap((block) => (block.kind === 'heading' ? block.text : [])),
      text: texts.join(' '),
      captions: [],
      sources: [],
      authors: [author.name],
      tags,
      section: { name: category, accent: 'blue' },
      date: { shown: day, day },
      picture: null,
      filters: { rubrique: [category], etiquette: tags, annee: [day.slice(0, 4)] },
    };
  }
}

const folder = mkdtempSync(join(tmpdir(), 'questions-'));
const file = join(folder, 'questions.sqlite');
const started = performance.now();
writeDatabase(file, 'bench', records());
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

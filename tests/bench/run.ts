import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { inventArticle } from './article.ts';
import { eraseAside } from './aside.ts';
import { type Step, STEPS, withAnotherTitle, withAnotherWord } from './changes.ts';
import { drawChart } from './chart.ts';
import { eleventy, type Engine, type EngineCost, hugo, innovations, lists, nunjucks } from './engines.ts';
import { weighOutput } from './measure.ts';
import { comparable, replaceFigures, type Result, writeReport } from './report.ts';

const OPTIONS = {
  sizes: { type: 'string', default: '1000,10000' },
  engines: { type: 'string', default: 'innovations,eleventy,nunjucks,hugo' },
  steps: { type: 'string', default: STEPS.join(',') },
} as const;

/**
 * `npm run bench`: builds invented magazines of the sizes asked for (`-- --sizes 1000,10000`), whole, unchanged and
 * changed in one place, beside Eleventy and Hugo, and writes docs/performance.md. A bench is for people:
 * no test of this project depends on time.
 */
const { values } = parseArgs({ options: OPTIONS });
const sizes = values.sizes.split(',').map(Number);
const steps = STEPS.filter((step) => values.steps.split(',').includes(step));
const MAKERS: Readonly<Record<string, (folder: string) => Engine | null>> = {
  innovations,
  eleventy,
  nunjucks,
  hugo,
};

/** An article in the middle: neither the newest, nor the lead. */
const changed = (size: number) => Math.floor(size / 2);

/** Steps that are done again with other articles: they are so short that one build may be anything. */
const TIMES: Partial<Readonly<Record<Step, number>>> = { body: 3, new: 3 };

function change(engine: Engine, step: Step, size: number, time: number): void {
  const article = inventArticle(changed(size) + time, size, lists);
  if (step === 'body') engine.write(withAnotherWord(article));
  if (step === 'title') engine.write(withAnotherTitle(article));
  if (step === 'new') engine.write(inventArticle(size + time, size, lists));
  if (step === 'template') engine.changeTemplate();
}

/** Of the builds of a step, the one that took neither the least nor the most. */
function median(costs: readonly EngineCost[]): EngineCost {
  const middle = costs.toSorted((one, other) => comparable(one) - comparable(other))[
    Math.floor(costs.length / 2)
  ];
  if (!middle) throw new Error('No build was measured');
  return middle;
}

function run(engine: Engine, size: number): Result[] {
  console.log(`\n${engine.name}, ${size} articles`);
  engine.prepare(size - 1);
  for (let index = 0; index < size; index += 1) engine.write(inventArticle(index, size, lists));
  // What others do not draw is drawn before.
  if (engine.undrawn()) engine.build();
  return steps.map((step) => {
    const costs = Array.from({ length: TIMES[step] ?? 1 }, (_, time) => {
      if (step === 'cold') engine.forget();
      else change(engine, step, size, time);
      return engine.build();
    });
    const cost = median(costs);
    const result = { engine: engine.name, size, step, ...cost, ...weighOutput(engine.output) };
    console.log(
      `  ${step}: ${cost.wall.toFixed(1)} s, of which search ${cost.search.toFixed(1)}, sharing ${cost.sharing.toFixed(1)}; processor ${cost.processor.toFixed(1)} s; ${cost.memory.toFixed(0)} MB`,
    );
    return result;
  });
}

const PAGE = 'docs/performance.md';

/** After each engine: a bench of large sizes that is stopped leaves what it has found. */
async function report(results: readonly Result[]): Promise<void> {
  const load = loadavg()[0]?.toFixed(1) ?? '?';
  const machine = `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'processors'}, Node ${process.version}, load ${load} at the end`;
  const page = replaceFigures(readFileSync(PAGE, 'utf8'), writeReport(results, machine));
  writeFileSync(PAGE, await format(page, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
  writeFileSync('docs/performance.svg', drawChart(results));
}

eraseAside();
const results: Result[] = [];
for (const size of sizes) {
  const folder = join('.cache/bench', String(size));
  mkdirSync(folder, { recursive: true });
  for (const name of values.engines.split(',')) {
    const engine = MAKERS[name]?.(folder) ?? null;
    if (engine) results.push(...run(engine, size));
    else console.log(`${name} is not here: left out`);
    if (results.length > 0) await report(results);
  }
}
eraseAside();

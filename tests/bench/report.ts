import { type Step, STEP_NAMES, STEPS } from './changes.ts';
import type { Cost, Output } from './measure.ts';

/** One build of the bench. */
export interface Result extends Cost, Output {
  engine: string;
  size: number;
  step: Step;
  /** Seconds of `wall` that went to the search index. */
  search: number;
}

const number = (value: number, digits = 1) =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Without the search index, which the others do not make. */
export const comparable = ({ wall, search }: Result): number => wall - search;

function find(results: readonly Result[], engine: string, size: number, step: Step): Result | null {
  return (
    results.find((result) => result.engine === engine && result.size === size && result.step === step) ?? null
  );
}

const ratio = (above: Result | null, below: Result | null): string =>
  above && below ? `${number(comparable(above) / comparable(below), 2)} ×` : '–';

/** The ratios that say whether the engine holds, before any figure of this machine. */
function ratios(results: readonly Result[], sizes: readonly number[]): string[] {
  const own = (size: number, step: Step) => find(results, 'Innovations', size, step);
  const rows = sizes.map((size) => {
    const cold = own(size, 'cold');
    return [
      number(size, 0),
      ratio(cold, find(results, 'Eleventy', size, 'cold')),
      ratio(cold, find(results, 'Hugo', size, 'cold')),
      ...STEPS.slice(1).map((step) => ratio(own(size, step), cold)),
      ratio(own(size, 'body'), find(results, 'Hugo', size, 'body')),
      cold ? `${number(cold.memory, 0)} MB` : '–',
    ];
  });
  const [least, most] = [sizes[0] ?? 0, sizes.at(-1) ?? 0];
  const growth =
    sizes.length > 1
      ? [
          `\nFrom ${number(least, 0)} to ${number(most, 0)} articles a build takes ${ratio(own(most, 'cold'), own(least, 'cold'))} the time.`,
        ]
      : [];
  const titles = STEPS.slice(1).map((step) => STEP_NAMES[step]);
  return [
    ...table(
      [
        'articles',
        'cold / Eleventy',
        'cold / Hugo',
        ...titles.map((title) => `${title} / cold`),
        'one word / Hugo’s',
        'memory, cold',
      ],
      rows,
    ),
    ...growth,
  ];
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)];
}

/** The page of figures that the bench writes: ratios first. */
export function writeReport(results: readonly Result[], machine: string): string {
  const sizes = [...new Set(results.map(({ size }) => size))].sort((a, b) => a - b);
  const rows = results.map(({ engine, size, step, wall, search, processor, memory, pages, megabytes }) => [
    engine,
    number(size, 0),
    STEP_NAMES[step],
    number(wall - search),
    search > 0 ? number(search) : '–',
    number(processor),
    number(memory, 0),
    number(pages, 0),
    number(megabytes, 0),
  ]);
  return [
    '# Build speed',
    '',
    'Written by `npm run bench`: invented articles, the same for each engine, with comparable templates (tests/bench). Pictures',
    'are drawn once before the first build, and nothing is compressed: the others do neither. The search index, which they do',
    'not make either, is told apart.',
    `Machine: ${machine}. Seconds depend on it; ratios less so.`,
    '',
    ...ratios(results, sizes),
    '',
    '![Seconds of each build](performance.svg)',
    '',
    ...table(
      ['engine', 'articles', 'build', 'seconds', 'search, s', 'processor, s', 'memory, MB', 'pages', 'MB'],
      rows,
    ),
    '',
  ].join('\n');
}

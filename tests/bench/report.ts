import { type Step, STEP_NAMES, STEPS } from './changes.ts';
import type { EngineCost } from './engines.ts';
import type { Output } from './measure.ts';

/** One build of the bench. */
export interface Result extends EngineCost, Output {
  engine: string;
  size: number;
  step: Step;
}

const number = (value: number, digits = 1) =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** A dash for what an engine does not do, or did not. */
const known = (value: number, digits = 1) => (value > 0 ? number(value, digits) : '–');

/** Without what the others do not make. */
export const comparable = ({
  wall,
  search,
  sharing,
}: Pick<EngineCost, 'wall' | 'search' | 'sharing'>): number => wall - search - sharing;

function find(results: readonly Result[], engine: string, size: number, step: Step): Result | undefined {
  return results.find((result) => result.engine === engine && result.size === size && result.step === step);
}

const quotient = (above = 0, below = 0): string =>
  above > 0 && below > 0 ? `${number(above / below, 2)} ×` : '–';
const ratio = (above: Result | undefined, below: Result | undefined): string =>
  quotient(above && comparable(above), below && comparable(below));

/** The ratios that say whether the engine holds, before any figure of this machine. */
function ratios(results: readonly Result[], sizes: readonly number[]): string[] {
  const own = (size: number, step: Step) => find(results, 'Innovations', size, step);
  const rows = sizes.map((size) => {
    const cold = own(size, 'cold');
    return [
      number(size, 0),
      ratio(cold, find(results, 'Eleventy', size, 'cold')),
      ratio(cold, find(results, 'Eleventy, whole pages', size, 'cold')),
      ratio(cold, find(results, 'Hugo', size, 'cold')),
      ...STEPS.slice(1).map((step) => ratio(own(size, step), cold)),
      ratio(own(size, 'body'), find(results, 'Hugo', size, 'body')),
      quotient(own(size, 'body')?.search, cold?.search),
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
        'cold / Eleventy, whole pages',
        'cold / Hugo',
        ...titles.map((title) => `${title} / cold`),
        'one word / Hugo’s',
        'search, one word / cold',
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

/** Between these the bench writes; around them, people do. */
const [START, END] = ['<!-- bench -->', '<!-- end of the bench -->'];

/** The page of build speed with new figures in the place of the old ones. */
export function replaceFigures(page: string, figures: string): string {
  const [start, end] = [page.indexOf(START), page.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`The page has no place for figures: ${START} … ${END}`);
  return `${page.slice(0, start + START.length)}\n\n${figures}\n${page.slice(end)}`;
}

/** The figures of a bench: ratios first. */
export function writeReport(results: readonly Result[], machine: string): string {
  const sizes = [...new Set(results.map(({ size }) => size))].sort((a, b) => a - b);
  const rows = results.map((result) => [
    result.engine,
    number(result.size, 0),
    STEP_NAMES[result.step],
    number(comparable(result)),
    known(result.search),
    known(result.sharing),
    number(result.processor),
    number(result.memory, 0),
    known(result.searchMemory, 0),
    number(result.pages, 0),
    number(result.megabytes, 0),
  ]);
  return [
    `Machine: ${machine}. Seconds depend on it; ratios less so.`,
    '',
    ...ratios(results, sizes),
    '',
    '![Seconds of each build](performance.svg)',
    '',
    ...table(
      [
        'engine',
        'articles',
        'build',
        'seconds',
        'search, s',
        'sharing, s',
        'processor, s',
        'memory, MB',
        'memory of search, MB',
        'pages',
        'MB',
      ],
      rows,
    ),
    '',
  ].join('\n');
}

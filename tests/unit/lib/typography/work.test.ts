import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderCommentText } from '#lib/comments/comment-text.ts';
import { typeset, typesetRun } from '#lib/typography/typeset.ts';

/** Every character and sequence that a rule or the protection of addresses and code matches. */
const SEEDS = [
  ...' \u00A0\u202F!?;:,.…«»"“”\'’-–—()[{}<>&`@/+%€°0159IVXhMnNabeèCOs\n',
  ...['www.', '1 ', 'http://', 'a.', ' -', '000 ', '- ', '1er', 'M. ', '&#', '{a', '<a ', '!\u00A0? '],
];
const PAIRS = SEEDS.flatMap((first) => SEEDS.map((second) => (first === second ? first : first + second)));
const ENDS = [
  ['', ''],
  ['a', 'b'],
  ['1', ',b'],
] as const;
const SHORT = 1000;
/** Maximum growth for a text 4 times as long: linear work takes 4 times as long, quadratic work 16 times. */
const MAX_TIMES = 6;
/** In milliseconds: shorter times are not measured reliably. */
const MEASURABLE = 10;
const TRIES = 12;

const anyOf = (seeds: readonly string[]) => fc.constantFrom(...seeds);

type Work = (text: string) => unknown;

function timeOf(work: Work, text: string): number {
  const start = performance.now();
  work(text);
  return performance.now() - start;
}

/**
 * Returns the growth of the time for a text 4 times as long: the least of several tries, because the machine may be
 * busy.
 */
function growth(work: Work, write: (length: number) => string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES && least >= MAX_TIMES; tries += 1) {
    const long = timeOf(work, write(4 * SHORT));
    if (long < MEASURABLE) return 0;
    least = Math.min(least, long / timeOf(work, write(SHORT)));
  }
  return least;
}

const repeated = (unit: string, length: number) =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

it('works in proportion to the length of a text, whatever character or pair it repeats', () => {
  const slow = PAIRS.flatMap((unit) =>
    ENDS.filter(
      ([before, after]) => growth(typeset, (length) => before + repeated(unit, length) + after) >= MAX_TIMES,
    ).map(([before, after]) => `${before}${unit}…${after}`),
  );
  expect(slow).toEqual([]);
});

it('works in proportion to the length, whatever three or four of them are repeated', () => {
  const units = fc.array(fc.constantFrom(...SEEDS), { minLength: 3, maxLength: 4 });
  fc.assert(
    fc.property(units, (unit) => {
      expect(growth(typeset, (length) => repeated(unit.join(''), length))).toBeLessThan(MAX_TIMES);
    }),
    { numRuns: 500 },
  );
});

it('works in proportion to the number of stretches of a paragraph', () => {
  const run: Work = (text) => typesetRun(Array.from(text));
  for (const unit of ['"', '« ', 'a!', '1 ', ' - ', '({', '« » '])
    expect(
      growth(run, (length) => repeated(unit, length)),
      unit,
    ).toBeLessThan(MAX_TIMES);
});

it('renders a comment of the most allowed length in proportion, whatever is repeated in it', () => {
  const units = [...SEEDS.map((seed) => [seed]), ...fc.sample(fc.tuple(...[SEEDS, SEEDS].map(anyOf)), 200)];
  const slow = units
    .map((unit) => unit.join(''))
    .filter((unit) => growth(renderCommentText, (length) => repeated(unit, length)) >= MAX_TIMES);
  expect(slow).toEqual([]);
});

import type { Template } from '#routes.ts';
import type { Weight } from '#cli/built-site/weights.ts';
import type { PageChange } from './compare-pages.ts';

/** The change in weight of a template's pages. */
export interface WeightMove {
  template: Template;
  /** How many of its pages changed in weight. */
  pages: number;
  /** Mean weight of those pages before the change, in bytes; `requests` is a count. */
  before: Weight;
  /** Mean weight after the change. */
  after: Weight;
}

/** The parts of a weight, in the order of the report. */
export const PARTS = [
  'html',
  'css',
  'js',
  'inlineJs',
  'fonts',
  'pictures',
  'requests',
] as const satisfies readonly (keyof Weight)[];

/** Mean weights before and after, by template, of the pages whose weight changed. */
export function weightMoves(changes: readonly PageChange[]): WeightMove[] {
  const moved = changes.flatMap(({ template, weight: { before, after } }) =>
    before && after && PARTS.some((part) => before[part] !== after[part])
      ? [{ template, before, after }]
      : [],
  );
  return [...Map.groupBy(moved, ({ template }) => template)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([template, pages]) => ({
      template,
      pages: pages.length,
      before: mean(pages.map(({ before }) => before)),
      after: mean(pages.map(({ after }) => after)),
    }));
}

function mean(weights: readonly Weight[]): Weight {
  const ofPart = (part: keyof Weight) =>
    Math.round(weights.reduce((sum, weight) => sum + weight[part], 0) / weights.length);
  return Object.fromEntries(PARTS.map((part) => [part, ofPart(part)])) as unknown as Weight;
}

import type { Template } from '#cli/built-site/pages.ts';
import type { Weight } from '#cli/built-site/weights.ts';
import type { PageChange } from './site-pages.ts';

/** What each part of the pages of a template weighs more or less. */
export interface WeightMove {
  template: Template;
  /** How many of its pages are on both sides and weigh otherwise. */
  pages: number;
  /** Means over those pages, in bytes; requests are counted. */
  before: Weight;
  after: Weight;
}

/** In the order in which they are told. */
export const PARTS = [
  'html',
  'css',
  'js',
  'inlineJs',
  'fonts',
  'pictures',
  'requests',
] as const satisfies readonly (keyof Weight)[];

/** How much heavier or lighter pages get, one line a template; templates whose pages weigh the same are left out. */
export function weightMoves(changes: readonly PageChange[]): WeightMove[] {
  const templates = new Map<Template, { before: Weight; after: Weight }[]>();
  for (const { template, weight } of changes) {
    const { before, after } = weight;
    if (!before || !after || PARTS.every((part) => before[part] === after[part])) continue;
    templates.set(template, [...(templates.get(template) ?? []), { before, after }]);
  }
  return [...templates]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([template, weights]) => ({
      template,
      pages: weights.length,
      before: mean(weights.map(({ before }) => before)),
      after: mean(weights.map(({ after }) => after)),
    }));
}

function mean(weights: readonly Weight[]): Weight {
  const of = (part: keyof Weight) =>
    Math.round(weights.reduce((sum, weight) => sum + weight[part], 0) / weights.length);
  return {
    html: of('html'),
    css: of('css'),
    js: of('js'),
    inlineJs: of('inlineJs'),
    fonts: of('fonts'),
    pictures: of('pictures'),
    requests: of('requests'),
  };
}

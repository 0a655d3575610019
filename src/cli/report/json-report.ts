import { inertJson } from '#lib/html/inert-text.ts';
import type { Comparison } from './comparison.ts';
import { summarize } from './summary.ts';

/**
 * The report for programs. `version` changes with the format.
 *
 * `{ version, base, head, baseFailed, summary, pages: [{ address, file, template, title, state, appearance,
 * differences: [{ kind, label, before, after }], weight }], shared, files, weights, accessibility:
 * [{ address, come, gone }], pictured, left }`, weights in bytes.
 */
export function jsonReport(comparison: Comparison): string {
  const { base, head, failure, pages, shared, files, weights, views, left } = comparison;
  return `${inertJson({
    version: 1,
    base,
    head,
    baseFailed: failure !== null,
    summary: summarize(comparison),
    pages,
    shared,
    files,
    weights,
    accessibility: views.map(({ address, accessibility }) => ({ address, ...accessibility })),
    pictured: views.map(({ address, pictures }) => ({
      address,
      phone: pictures.phone?.marks ?? null,
      desktop: pictures.desktop?.marks ?? null,
    })),
    left,
  })}\n`;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { ExpectedError } from '#lib/expected-error.ts';
import { fr } from '#lib/typography/fr.ts';

const count = z.int().min(0);
const weight = z.strictObject({
  page: z.number().positive(),
  scripts: z.number().positive(),
  fonts: z.number().positive(),
  pictures: z.number().positive(),
  requests: count,
});

/** The format of quality.json: the budgets of every gate. Weights are in kilobytes, scores from 0 to 100. */
const qualitySchema = z.strictObject({
  /** Maximum number of errors, and of warnings by rule: 0 for a rule that is not listed. */
  content: z.strictObject({ errors: count, warnings: z.record(z.string(), count) }),
  html: z.strictObject({ faults: count }),
  links: z.strictObject({ dead: count }),
  origins: z.strictObject({ foreignRequests: count }),
  policy: z.strictObject({ violations: count }),
  accessibility: z.strictObject({ findings: count }),
  /** Cumulative layout shift of any template. */
  stability: z.strictObject({ layoutShift: z.number().min(0) }),
  /** Budgets by template; `default` provides those that a template does not set. */
  weight: z.object({ default: weight }).catchall(weight.partial()),
  /** Kilobytes of a first view on a phone, by template; `default` applies to the others. */
  transfer: z
    .object({ default: z.number().positive(), photographs: z.number().positive() })
    .catchall(z.number().positive()),
  lighthouse: z.strictObject({
    /** The templates to measure. Of articles, the one that leads the front page is measured. */
    templates: z.array(z.string()).min(1),
    runs: z.int().min(1),
    floors: z.record(z.string(), z.number().min(0).max(100)),
  }),
});

export type Quality = z.infer<typeof qualitySchema>;
export type WeightBudget = z.infer<typeof weight>;

/**
 * Reads quality.json.
 *
 * @param root the project's folder
 * @throws ExpectedError when a budget is missing or wrong
 */
export function readQuality(root: string): Quality {
  const { data, error } = qualitySchema.safeParse(
    JSON.parse(readFileSync(join(root, 'quality.json'), 'utf8')),
  );
  if (data) return data;
  const problems = error.issues.map(({ path, message }) => `  ${path.join('.')} : ${message}`);
  throw new ExpectedError([fr`quality.json ne contient pas les budgets attendus :`, ...problems].join('\n'));
}

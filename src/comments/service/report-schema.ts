import { z } from 'astro/zod';
import { commentId, submissionSchema } from '#model/comment-schema.ts';
import { slug } from '#model/schema-fields.ts';
import { strings } from '#strings/site.ts';

const { report } = strings.submissions;

/** In characters. */
export const REPORT_LENGTH = 1000;

const REASONS = Object.keys(report.reasons) as Reason[];
export type Reason = keyof typeof report.reasons;

/** A reader's report of a published comment. */
export const reportSchema = z.object({
  article: slug('Nom d’article'),
  comment: commentId,
  reason: z.enum(REASONS, { error: report.missing }),
  text: z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    submissionSchema.shape.text
      .pipe(z.string().max(REPORT_LENGTH, { error: report.long(REPORT_LENGTH) }))
      .optional(),
  ),
});

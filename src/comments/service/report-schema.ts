import { z } from 'astro/zod';
import { commentId, submissionSchema } from '#model/comment-schema.ts';
import { slug } from '#model/schema-fields.ts';
import { strings } from '#strings/site.ts';

const { report } = strings.submissions;

/** The longest explanation, in characters. */
export const REPORT_LENGTH = 1000;

const REASONS = Object.keys(report.reasons) as ReportReason[];
type ReportReason = keyof typeof report.reasons;

/** An optional field, which forms send as an empty text. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    schema.optional(),
  );

/**
 * A reader's report of a published comment. A report of illegal content needs an explanation, a name, an e-mail address
 * and a statement of good faith; a report of child abuse needs no name (regulation 2022/2065, article 16).
 */
export const reportSchema = z
  .object({
    article: slug('Nom d’article'),
    comment: commentId,
    reason: z.enum(REASONS, { error: report.missing }),
    text: optional(
      submissionSchema.shape.text.pipe(z.string().max(REPORT_LENGTH, { error: report.long(REPORT_LENGTH) })),
    ),
    name: optional(submissionSchema.shape.name),
    email: submissionSchema.shape.email,
    goodFaith: optional(z.literal('1')),
  })
  .superRefine(({ reason, ...fields }, context) => {
    if (reason !== 'illicite') return;
    for (const [name, message] of Object.entries(report.needed))
      if (fields[name as keyof typeof report.needed] === undefined)
        context.addIssue({ code: 'custom', path: [name], message });
  });

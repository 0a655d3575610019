import { z } from 'astro/zod';
import { Document, Scalar, parse } from 'yaml';
import { type Submission, commentId, submissionSchema } from '#model/comment-schema.ts';
import { slug } from '#model/schema-fields.ts';
import { strings } from '#strings/site.ts';

/** In signs. */
export const REPORT_LENGTH = 1000;

const REASONS = Object.keys(strings.intake.report.reasons) as Reason[];
export type Reason = keyof typeof strings.intake.report.reasons;

const instant = z.iso.datetime();
const article = slug('Nom d’article');

/** A comment that waits for the editors. */
const pending = submissionSchema.extend({ id: commentId, date: instant });
/** A comment that was refused or withdrawn: kept for a time in case of a dispute, then erased. */
const rejected = pending.extend({ rejectedAt: instant, emailHash: z.hex().optional() });
/** What is kept of a published comment beside its file: enough to find all those of one address. */
const accepted = z.object({ id: commentId, article, emailHash: z.hex().optional() });

/** What a reader says of a published comment. */
export const reportSchema = z.object({
  article,
  comment: commentId,
  reason: z.enum(REASONS, { error: strings.intake.report.missing }),
  text: z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    submissionSchema.shape.text
      .pipe(z.string().max(REPORT_LENGTH, { error: strings.intake.report.long(REPORT_LENGTH) }))
      .optional(),
  ),
});
const reports = reportSchema.extend({ id: commentId, date: instant });

const SCHEMAS = { pending, rejected, accepted, reports };

/** Where a record may be: one folder each, when storage is files. */
export type Kind = keyof typeof SCHEMAS;
export const KINDS = Object.keys(SCHEMAS) as Kind[];

export type Pending = Submission & { id: string; date: string };
export type Rejected = Pending & { rejectedAt: string; emailHash?: string | undefined };
export type Accepted = z.output<typeof accepted>;
export type Report = z.output<typeof reports>;
export interface Records {
  pending: Pending;
  rejected: Rejected;
  accepted: Accepted;
  reports: Report;
}

/** Writes data as YAML, the text as it was typed, under its name. */
export function toYaml(data: object): string {
  const present = Object.entries(data).filter(([, value]) => value !== undefined);
  const document = new Document(Object.fromEntries(present));
  const text = document.get('text', true);
  if (text instanceof Scalar) text.type = Scalar.BLOCK_LITERAL;
  return document.toString({ lineWidth: 0 });
}

/** @throws when the text is not such a record, whole */
export function readRecord<K extends Kind>(kind: K, text: string): Records[K] {
  return SCHEMAS[kind].parse(parse(text, { maxAliasCount: 0 })) as Records[K];
}

/** Whether this can name a record: anything else could name another file. */
export function isRecordId(text: string): boolean {
  return commentId.safeParse(text).success;
}

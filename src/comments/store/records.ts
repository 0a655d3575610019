import { z } from 'astro/zod';
import { Document, Scalar, parse } from 'yaml';
import { type Submission, commentId, submissionSchema } from '#model/comment-schema.ts';
import { slug } from '#model/schema-fields.ts';
import { strings } from '#strings/site.ts';

/** In characters. */
export const REPORT_LENGTH = 1000;

const REASONS = Object.keys(strings.submissions.report.reasons) as Reason[];
export type Reason = keyof typeof strings.submissions.report.reasons;

const instant = z.iso.datetime();
const article = slug('Nom d’article');

/** A comment that no editor has decided on yet. */
const pending = submissionSchema.extend({ id: commentId, date: instant });
/** A comment that was rejected or withdrawn: stored for some days in case of a dispute, then erased. */
const rejected = pending.extend({ rejectedAt: instant, emailHash: z.hex().optional() });
/** Stored for each published comment, so that all those of one e-mail address can be found. */
const accepted = z.object({ id: commentId, article, emailHash: z.hex().optional() });

/** A reader's report of a published comment. */
export const reportSchema = z.object({
  article,
  comment: commentId,
  reason: z.enum(REASONS, { error: strings.submissions.report.missing }),
  text: z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    submissionSchema.shape.text
      .pipe(z.string().max(REPORT_LENGTH, { error: strings.submissions.report.long(REPORT_LENGTH) }))
      .optional(),
  ),
});
const reports = reportSchema.extend({ id: commentId, date: instant });

const SCHEMAS = { pending, rejected, accepted, reports };

/** In file storage, each kind is a folder. */
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

/** Writes a record as YAML, without its undefined fields; `text` is a block literal, line for line as it was typed. */
export function toYaml(data: object): string {
  const present = Object.entries(data).filter(([, value]) => value !== undefined);
  const document = new Document(Object.fromEntries(present));
  const text = document.get('text', true);
  if (text instanceof Scalar) text.type = Scalar.BLOCK_LITERAL;
  return document.toString({ lineWidth: 0 });
}

/** @throws when the text is not a whole record of that kind */
export function readRecord<K extends Kind>(kind: K, text: string): Records[K] {
  return SCHEMAS[kind].parse(parse(text, { maxAliasCount: 0 })) as Records[K];
}

/** Whether this can be the id of a record. Anything else could be the path of another file. */
export function isRecordId(text: string): boolean {
  return commentId.safeParse(text).success;
}

import type { strings } from '#strings/site.ts';

/** Why a submission was not stored. */
export type Refusal = keyof typeof strings.submissions.refusals;

/** Error messages by field name, in French. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The result of a submission. */
export type Outcome =
  | { kind: 'stored'; id: string }
  /** The submission is valid, but the reader has not reviewed it yet. */
  | { kind: 'review' }
  | { kind: 'refused'; reason: Refusal; errors: FieldErrors };

/** The HTTP status for each reason. */
export const STATUS = {
  fields: 400,
  garbled: 400,
  malformed: 400,
  origin: 403,
  blocked: 403,
  absent: 404,
  replayed: 409,
  large: 413,
  type: 415,
  token: 422,
  early: 422,
  proof: 422,
  tooMany: 429,
  busy: 503,
  full: 503,
  storage: 503,
} as const satisfies Record<Refusal, number>;

export function refuse(reason: Refusal, errors: FieldErrors = {}): Outcome {
  return { kind: 'refused', reason, errors };
}

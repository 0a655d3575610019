import type { strings } from '#strings/site.ts';

/** Why something was not kept. */
export type Reason = keyof typeof strings.intake.refusals;

/** What became of what a reader sent. */
export type Outcome =
  | { kind: 'stored'; id: string }
  /** Correct, and shown again before it is sent for good. */
  | { kind: 'review' }
  | { kind: 'refused'; reason: Reason; errors: Readonly<Record<string, string>> };

/** The answer's status of HTTP, reason by reason. */
export const STATUS = {
  fields: 400,
  garbled: 400,
  malformed: 400,
  origin: 403,
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
} as const satisfies Record<Reason, number>;

export function refuse(reason: Reason, errors: Readonly<Record<string, string>> = {}): Outcome {
  return { kind: 'refused', reason, errors };
}

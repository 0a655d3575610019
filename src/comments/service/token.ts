import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isoDay } from '#lib/dates.ts';
import { isSlug } from '#lib/slugs.ts';
import type { Keys } from '#comments/store/keys.ts';

/** In milliseconds. Nobody writes and sends a form faster. */
export const MIN_AGE = 3_000;
/** In milliseconds. How long a form may stay open. */
export const MAX_AGE = 2 * 60 * 60 * 1000;

export type Purpose = 'comment' | 'report';

/** The right to send one comment or report about one article, once, within two hours. */
export interface Token {
  purpose: Purpose;
  article: string;
  /** Milliseconds since 1970. */
  issuedAt: number;
  nonce: string;
}

/** Issues a new signed token: `purpose.article.time.nonce.signature`. */
export function issueToken(keys: Keys, purpose: Purpose, article: string, now: number): string {
  return signToken(keys, { purpose, article, issuedAt: now, nonce: randomBytes(16).toString('hex') });
}

export function signToken(keys: Keys, { purpose, article, issuedAt, nonce }: Token): string {
  const signed = [purpose, article, issuedAt, nonce].join('.');
  return `${signed}.${signature(keys, signed)}`;
}

/** @returns `null` when the magazine did not sign this token for that purpose and article */
export function readToken(keys: Keys, text: string, purpose: Purpose, article: string): Token | null {
  const end = text.lastIndexOf('.');
  const signed = text.slice(0, end);
  const expected = Buffer.from(signature(keys, signed));
  const given = Buffer.from(text.slice(end + 1));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const [, , issuedAt = '', nonce = ''] = signed.split('.');
  const token: Token = { purpose, article, issuedAt: Number(issuedAt), nonce };
  return signToken(keys, token) === text && isSlug(article) ? token : null;
}

/** Whether a token can be used now. After the clock was set back, one from the future counts as expired. */
export function tokenState({ issuedAt }: Token, now: number): 'early' | 'valid' | 'expired' {
  const age = now - issuedAt;
  if (age < 0 || age > MAX_AGE) return 'expired';
  return age < MIN_AGE ? 'early' : 'valid';
}

/** The id of the record that a token stores. It is the same for each use, so that a second use is a duplicate. */
export function recordId(keys: Keys, { purpose, issuedAt, nonce }: Token): string {
  const digits = createHmac('sha256', keys.id).update(`${purpose}.${nonce}`).digest('hex').slice(0, 8);
  return `${isoDay(new Date(issuedAt))}-${digits}`;
}

function signature(keys: Keys, signed: string): string {
  return createHmac('sha256', keys.token).update(signed).digest('base64url');
}

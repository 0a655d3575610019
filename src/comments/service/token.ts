import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isoDay } from '#lib/dates.ts';
import { isSlug } from '#lib/slugs.ts';
import type { Keys } from '#comments/store/keys.ts';

/** The minimum age of a token, in milliseconds: nobody fills in and sends a form faster. */
export const MIN_AGE = 3_000;
/** How long a form may stay open, in milliseconds. */
export const MAX_AGE = 2 * 60 * 60 * 1000;

export type Purpose = 'comment' | 'report';

/** The right to send one comment or one report about one article, once, within MAX_AGE. */
export interface Token {
  purpose: Purpose;
  article: string;
  /** Milliseconds since 1970. */
  issuedAt: number;
  nonce: string;
}

/** Creates a signed token: `purpose.article.time.nonce.signature`. */
export function issueToken(keys: Keys, purpose: Purpose, article: string, now: number): string {
  return signToken(keys, { purpose, article, issuedAt: now, nonce: randomBytes(16).toString('hex') });
}

export function signToken(keys: Keys, { purpose, article, issuedAt, nonce }: Token): string {
  const signed = [purpose, article, issuedAt, nonce].join('.');
  return `${signed}.${signature(keys, signed)}`;
}

/** Parses a token. @returns `null` when it was not signed with these keys, for this purpose and article */
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

/** Whether a token can be used now. A token from the future, after the clock was set back, counts as expired. */
export function tokenState({ issuedAt }: Token, now: number): 'early' | 'valid' | 'expired' {
  const age = now - issuedAt;
  if (age < 0 || age > MAX_AGE) return 'expired';
  return age < MIN_AGE ? 'early' : 'valid';
}

/** The id of the record that a token stores. A second use of the token gives the same id, so it is a duplicate. */
export function recordId(keys: Keys, { purpose, issuedAt, nonce }: Token): string {
  const digits = createHmac('sha256', keys.id).update(`${purpose}.${nonce}`).digest('hex').slice(0, 8);
  return `${isoDay(new Date(issuedAt))}-${digits}`;
}

function signature(keys: Keys, signed: string): string {
  return createHmac('sha256', keys.token).update(signed).digest('base64url');
}

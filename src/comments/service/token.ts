import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isoDay } from '#lib/dates.ts';
import { isSlug } from '#lib/slugs.ts';
import type { Keys } from '#comments/store/keys.ts';

/** Nobody writes and sends a form faster, in milliseconds. */
export const LEAST_AGE = 3_000;
/** How long a form may stay open, in milliseconds. */
export const MOST_AGE = 2 * 60 * 60 * 1000;

export type Purpose = 'comment' | 'report';

/** The right to send one thing about one article, once, within two hours. */
export interface Token {
  purpose: Purpose;
  article: string;
  /** Milliseconds since 1970. */
  issuedAt: number;
  nonce: string;
}

/** A new token, signed: `purpose.article.time.nonce.signature`. */
export function issueToken(keys: Keys, purpose: Purpose, article: string, now: number): string {
  return signToken(keys, { purpose, article, issuedAt: now, nonce: randomBytes(16).toString('hex') });
}

export function signToken(keys: Keys, { purpose, article, issuedAt, nonce }: Token): string {
  const signed = [purpose, article, issuedAt, nonce].join('.');
  return `${signed}.${signature(keys, signed)}`;
}

/** @returns the token, or `null` when the magazine did not sign it for that purpose and article */
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

/** How a token stands in time. One from the future, after the clock was set back, is taken for expired. */
export function tokenAge({ issuedAt }: Token, now: number): 'early' | 'ripe' | 'expired' {
  const age = now - issuedAt;
  if (age < 0 || age > MOST_AGE) return 'expired';
  return age < LEAST_AGE ? 'early' : 'ripe';
}

/** The name of what a token sends: the same for each use of it, so that a second use meets the first. */
export function recordId(keys: Keys, { purpose, issuedAt, nonce }: Token): string {
  const digits = createHmac('sha256', keys.id).update(`${purpose}.${nonce}`).digest('hex').slice(0, 8);
  return `${isoDay(new Date(issuedAt))}-${digits}`;
}

function signature(keys: Keys, signed: string): string {
  return createHmac('sha256', keys.token).update(signed).digest('base64url');
}

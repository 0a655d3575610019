import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '#comments/store/database/tables.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How long a token of each purpose is valid, in milliseconds. */
const LIFETIMES = {
  /** The first administrator, from the terminal. */
  first: DAY,
  /** An moderator, by e-mail. */
  'sign-in': 15 * MINUTE,
  /** A new moderator, by e-mail. */
  invitation: 7 * DAY,
  /** A challenge that a passkey signs. */
  passkey: 5 * MINUTE,
} as const;

export type TokenPurpose = keyof typeof LIFETIMES;

/** Tokens that are valid once, for a time. The store holds only their hash. */
export interface OneTimeTokens {
  /** @param subject what the token is about, such as the id of a moderator */
  issue(purpose: TokenPurpose, subject: string): Promise<string>;
  /** @returns the subject of a valid token, which stays valid */
  read(purpose: TokenPurpose, token: string): Promise<string | null>;
  /** @returns the subject of a valid token, which is then spent; one caller gets it */
  spend(purpose: TokenPurpose, token: string): Promise<string | null>;
  /** Revokes all tokens of a purpose and a subject. */
  revoke(purpose: TokenPurpose, subject: string): Promise<void>;
  /** Removes expired tokens. */
  purge(): Promise<void>;
}

export function createOneTimeTokens(database: Database, now: () => Date): OneTimeTokens {
  const valid = (purpose: TokenPurpose, token: string) => ({
    hash: hashToken(token),
    purpose,
    moment: now().toISOString(),
  });
  return {
    async issue(purpose, subject) {
      const token = newToken();
      const expires = new Date(now().getTime() + LIFETIMES[purpose]);
      await database
        .insertInto('one_time_tokens')
        .values({ hash: hashToken(token), purpose, subject, expires_at: expires.toISOString() })
        .execute();
      return token;
    },
    async read(purpose, token) {
      const { hash, moment } = valid(purpose, token);
      const row = await database
        .selectFrom('one_time_tokens')
        .select('subject')
        .where('hash', '=', hash)
        .where('purpose', '=', purpose)
        .where('expires_at', '>', moment)
        .executeTakeFirst();
      return row?.subject ?? null;
    },
    async spend(purpose, token) {
      const { hash, moment } = valid(purpose, token);
      const row = await database
        .deleteFrom('one_time_tokens')
        .where('hash', '=', hash)
        .where('purpose', '=', purpose)
        .where('expires_at', '>', moment)
        .returning('subject')
        .executeTakeFirst();
      return row?.subject ?? null;
    },
    async revoke(purpose, subject) {
      await database
        .deleteFrom('one_time_tokens')
        .where('purpose', '=', purpose)
        .where('subject', '=', subject)
        .execute();
    },
    async purge() {
      await database.deleteFrom('one_time_tokens').where('expires_at', '<=', now().toISOString()).execute();
    },
  };
}

/** A random token of 256 bits, for addresses and cookies. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A token is random and long, so a plain hash hides it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

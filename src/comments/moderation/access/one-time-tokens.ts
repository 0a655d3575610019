import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '#comments/store/database/tables.ts';
import { DAY, MINUTE } from '#lib/durations.ts';

/** How long a token of each purpose is valid, in milliseconds. */
const LIFETIMES = {
  /** In the link for the first administrator, shown in the terminal. */
  first: DAY,
  /** In the link that signs a moderator in, sent by e-mail. */
  'sign-in': 15 * MINUTE,
  /** In the link that invites a moderator, sent by e-mail. */
  invitation: 7 * DAY,
  /** As the challenge that a passkey signs. */
  passkey: 5 * MINUTE,
} as const;

export type TokenPurpose = keyof typeof LIFETIMES;

/** Tokens that can be used once, before they expire. The database contains only their hashes. */
export interface OneTimeTokens {
  /** @param subject what the token stands for, such as the id of a moderator */
  issue(purpose: TokenPurpose, subject: string): Promise<string>;
  /** @returns the subject of a valid token, which can still be used; otherwise `null` */
  read(purpose: TokenPurpose, token: string): Promise<string | null>;
  /** @returns the subject of a valid token, which is then used up: only one caller gets it; otherwise `null` */
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

/** Hashes a token. A plain hash is enough, because the token is long and random. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

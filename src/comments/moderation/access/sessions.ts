import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Database } from '#comments/store/database/tables.ts';
import { type Moderator, moderatorColumns } from './moderators.ts';
import { hashToken, newToken } from './one-time-tokens.ts';
import { MINUTE } from '#lib/durations.ts';

/** The longest life of a session, even in use, in milliseconds. */
export const SESSION_LIFETIME = 12 * 60 * MINUTE;
/** How long a session lives without a request, in milliseconds. */
const IDLE_LIFETIME = 2 * 60 * MINUTE;
/** How often the cookie is replaced, in milliseconds. */
const ROTATION = 15 * MINUTE;
/** How long the replaced cookie stays valid, for requests sent at the same time, in milliseconds. */
const OVERLAP = MINUTE;

export interface Session {
  id: string;
  moderator: Moderator;
  /** The new value of the cookie; `null` when it stays the same. */
  renewed: string | null;
}

/** The sessions of moderators. The database contains only the hashes of their cookies. */
export interface Sessions {
  /** @returns the value of the cookie */
  open(moderator: string): Promise<string>;
  /** @returns the session of a cookie with its moderator, or `null` when the cookie is not valid */
  find(cookie: string): Promise<Session | null>;
  close(id: string): Promise<void>;
  /** Closes all sessions of a moderator, except the one with the id `but`, if given. */
  closeAll(moderator: string, but?: string): Promise<void>;
  /** The token in each form, which proves that a page of this session contains the form. */
  formToken(session: Session): string;
  isFormToken(session: Session, token: string): boolean;
  /** Removes the sessions that have ended. */
  purge(): Promise<void>;
}

export function createSessions(database: Database, key: Buffer, now: () => Date): Sessions {
  const before = (milliseconds: number) => new Date(now().getTime() - milliseconds).toISOString();
  const formToken = ({ id }: Session) => createHmac('sha256', key).update(`form.${id}`).digest('base64url');

  /** Replaces the cookie of a session. @returns `null` when another request has just replaced it */
  async function rotate(id: string, hash: string): Promise<string | null> {
    const cookie = newToken();
    const { numUpdatedRows } = await database
      .updateTable('sessions')
      .set({ hash: hashToken(cookie), previous_hash: hash, rotated_at: now().toISOString() })
      .where('id', '=', id)
      .where('hash', '=', hash)
      .executeTakeFirst();
    return numUpdatedRows > 0n ? cookie : null;
  }

  return {
    formToken,
    isFormToken(session, token) {
      const [given, expected] = [Buffer.from(token), Buffer.from(formToken(session))];
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
    async open(moderator) {
      const cookie = newToken();
      const moment = now().toISOString();
      await database
        .insertInto('sessions')
        .values({
          id: randomUUID(),
          moderator,
          hash: hashToken(cookie),
          previous_hash: null,
          created_at: moment,
          used_at: moment,
          rotated_at: moment,
        })
        .execute();
      return cookie;
    },
    async find(cookie) {
      const hash = hashToken(cookie);
      const row = await database
        .selectFrom('sessions')
        .innerJoin('moderators', 'moderators.id', 'sessions.moderator')
        .select(moderatorColumns)
        .select([
          'sessions.id as session',
          'sessions.hash as hash',
          'sessions.rotated_at',
          'sessions.used_at',
        ])
        .where('moderators.withdrawn_at', 'is', null)
        .where('sessions.created_at', '>', before(SESSION_LIFETIME))
        .where('sessions.used_at', '>', before(IDLE_LIFETIME))
        .where((is) =>
          is.or([
            is('sessions.hash', '=', hash),
            is.and([
              is('sessions.previous_hash', '=', hash),
              is('sessions.rotated_at', '>', before(OVERLAP)),
            ]),
          ]),
        )
        .executeTakeFirst();
      if (!row) return null;
      const { session: id, rotated_at, used_at, hash: current, ...moderator } = row;
      if (used_at <= before(MINUTE)) {
        const moment = now().toISOString();
        await database.updateTable('sessions').set({ used_at: moment }).where('id', '=', id).execute();
      }
      const isOld = current === hash && rotated_at <= before(ROTATION);
      return { id, moderator, renewed: isOld ? await rotate(id, hash) : null };
    },
    async close(id) {
      await database.deleteFrom('sessions').where('id', '=', id).execute();
    },
    async closeAll(moderator, but = '') {
      await database
        .deleteFrom('sessions')
        .where('moderator', '=', moderator)
        .where('id', '!=', but)
        .execute();
    },
    async purge() {
      await database
        .deleteFrom('sessions')
        .where((is) =>
          is.or([
            is('created_at', '<=', before(SESSION_LIFETIME)),
            is('used_at', '<=', before(IDLE_LIFETIME)),
          ]),
        )
        .execute();
    },
  };
}

import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Database } from '#comments/store/database/tables.ts';
import { type Moderator, moderatorColumns } from './moderators.ts';
import { hashToken, newToken } from './one-time-tokens.ts';

const MINUTE = 60_000;
/** In milliseconds. A session ends then, however it is used. */
export const SESSION_LIFETIME = 12 * 60 * MINUTE;
/** In milliseconds. A session that is not used for so long ends. */
const IDLE_LIFETIME = 2 * 60 * MINUTE;
/** In milliseconds. The cookie changes so often. */
const ROTATION = 15 * MINUTE;
/** In milliseconds. Requests that were sent at the same time still have the cookie before. */
const OVERLAP = MINUTE;

export interface Session {
  id: string;
  moderator: Moderator;
  /** The new value of the cookie, when it changes. */
  renewed: string | null;
}

/** The sessions of moderators. The store holds only the hash of their cookies. */
export interface Sessions {
  /** @returns the value of the cookie */
  open(moderator: string): Promise<string>;
  /** @returns the session of a cookie, with its moderator, or `null` */
  find(cookie: string): Promise<Session | null>;
  close(id: string): Promise<void>;
  /** Closes the other sessions of a moderator, or all of them. */
  closeAll(moderator: string, but?: string): Promise<void>;
  /** The token that proves that a form comes from a page of this session. */
  formToken(session: Session): string;
  isFormToken(session: Session, token: string): boolean;
  /** Removes sessions that ended. */
  purge(): Promise<void>;
}

export function createSessions(database: Database, key: Buffer, now: () => Date): Sessions {
  const before = (milliseconds: number) => new Date(now().getTime() - milliseconds).toISOString();
  const formToken = ({ id }: Session) => createHmac('sha256', key).update(`form.${id}`).digest('base64url');

  /** Gives the session a new cookie, unless another request has just done so. */
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

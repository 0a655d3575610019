import { randomUUID } from 'node:crypto';
import { isPostgres } from '#comments/store/database/columns.ts';
import { normalizeEmail } from '#comments/store/hashes.ts';
import type { Database, NoticeFrequency, Role } from '#comments/store/database/tables.ts';

/** Someone who may moderate. */
export interface Moderator {
  id: string;
  email: string;
  name: string;
  role: Role;
  notice: NoticeFrequency;
}

export const moderatorColumns = [
  'moderators.id',
  'moderators.email',
  'moderators.name',
  'moderators.role',
  'moderators.notice',
] as const;

export interface Moderators {
  /** Whether no moderator exists yet. */
  isEmpty(): Promise<boolean>;
  get(id: string): Promise<Moderator | null>;
  find(email: string): Promise<Moderator | null>;
  list(): Promise<Moderator[]>;
  /** @returns `null` when a moderator already has this e-mail address */
  add(moderator: Pick<Moderator, 'email' | 'name' | 'role'>): Promise<Moderator | null>;
  rename(id: string, change: Pick<Moderator, 'name' | 'notice'>): Promise<void>;
  /** Withdraws a moderator. @returns false for the last administrator, and when there is no such moderator */
  withdraw(id: string): Promise<boolean>;
}

export function createModerators(database: Database, now: () => Date): Moderators {
  const active = () =>
    database.selectFrom('moderators').select(moderatorColumns).where('moderators.withdrawn_at', 'is', null);
  const moderators: Moderators = {
    isEmpty: async () => (await active().limit(1).executeTakeFirst()) === undefined,
    get: async (id) => (await active().where('moderators.id', '=', id).executeTakeFirst()) ?? null,
    find: async (email) =>
      (await active().where('moderators.email', '=', normalizeEmail(email)).executeTakeFirst()) ?? null,
    list: () => active().orderBy('moderators.name').execute(),
    async add({ email, name, role }) {
      const id = randomUUID();
      const values = { name, role, notice: 'each', withdrawn_at: null } as const;
      const { numInsertedOrUpdatedRows = 0n } = await database
        .insertInto('moderators')
        .values({
          id,
          email: normalizeEmail(email),
          ...values,
          created_at: now().toISOString(),
          told_until: '',
        })
        .onConflict((conflict) =>
          conflict.column('email').doUpdateSet(values).where('moderators.withdrawn_at', 'is not', null),
        )
        .executeTakeFirst();
      return numInsertedOrUpdatedRows > 0n ? moderators.find(email) : null;
    },
    async rename(id, change) {
      await database.updateTable('moderators').set(change).where('id', '=', id).execute();
    },
    withdraw: (id) =>
      database.transaction().execute(async (transaction) => {
        const administrators = await transaction
          .selectFrom('moderators')
          .select('id')
          .where('role', '=', 'administrator')
          .where('withdrawn_at', 'is', null)
          .orderBy('id')
          // If two administrators withdraw each other at once, the second one waits here, is then the last, and stays.
          .$if(isPostgres(transaction), (query) => query.forUpdate())
          .execute();
        if (administrators.length === 1 && administrators[0]?.id === id) return false;
        const { numUpdatedRows } = await transaction
          .updateTable('moderators')
          .set({ withdrawn_at: now().toISOString() })
          .where('id', '=', id)
          .where('withdrawn_at', 'is', null)
          .executeTakeFirst();
        await transaction.deleteFrom('sessions').where('moderator', '=', id).execute();
        await transaction.deleteFrom('passkeys').where('moderator', '=', id).execute();
        await transaction.deleteFrom('one_time_tokens').where('subject', '=', id).execute();
        return numUpdatedRows > 0n;
      }),
  };
  return moderators;
}

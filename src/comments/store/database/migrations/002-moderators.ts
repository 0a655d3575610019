import type { Kysely } from 'kysely';
import { textType } from '#comments/store/database/columns.ts';

/** Creates the tables of moderators, their invitations and their sessions. */
export async function createModeratorTables(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  const { schema } = db;
  await schema
    .createTable('moderators')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('email', text, (column) => column.notNull().unique())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('role', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('withdrawn_at', text)
    .execute();
  await schema
    .createTable('invitations')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('token_hash', text, (column) => column.notNull().unique())
    .addColumn('email', text)
    .addColumn('role', text, (column) => column.notNull())
    .addColumn('invited_by', text)
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
    .addColumn('used_at', text)
    .execute();
  await schema
    .createTable('sessions')
    .addColumn('token_hash', text, (column) => column.primaryKey())
    .addColumn('moderator', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
    .execute();
  await schema.createIndex('sessions_by_moderator').on('sessions').column('moderator').execute();
}

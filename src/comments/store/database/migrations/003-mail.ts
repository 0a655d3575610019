import type { Kysely } from 'kysely';
import { textType } from '#comments/store/database/columns.ts';

/**
 * Creates the tables of outgoing e-mails, followers of replies, and passkeys. It replaces the invitations and sessions
 * of 002, which were never used: sessions get an id and a cookie that is replaced, and one table contains all one-time
 * tokens.
 */
export async function createMailTables(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  const { schema } = db;
  await schema.dropTable('invitations').execute();
  await schema.dropTable('sessions').execute();
  await schema
    .createTable('sessions')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('moderator', text, (column) => column.notNull())
    .addColumn('hash', text, (column) => column.notNull().unique())
    .addColumn('previous_hash', text)
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('used_at', text, (column) => column.notNull())
    .addColumn('rotated_at', text, (column) => column.notNull())
    .execute();
  await schema.createIndex('sessions_of_moderator').on('sessions').column('moderator').execute();
  await schema.createIndex('sessions_by_previous').on('sessions').column('previous_hash').execute();
  await schema
    .createTable('outbox')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('message', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('due_at', text, (column) => column.notNull())
    .addColumn('expires_at', text)
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('subject', text)
    .execute();
  await schema.createIndex('outbox_by_date').on('outbox').column('due_at').execute();
  await schema.createIndex('outbox_by_subject').on('outbox').column('subject').execute();
  await schema
    .createTable('followers')
    .addColumn('comment', text, (column) => column.primaryKey())
    .addColumn('email', text, (column) => column.notNull())
    .addColumn('email_hash', text, (column) => column.notNull())
    .addColumn('asked_at', text, (column) => column.notNull())
    .addColumn('confirmed_at', text)
    .execute();
  await schema.createIndex('followers_by_writer').on('followers').column('email_hash').execute();
  await schema
    .createTable('one_time_tokens')
    .addColumn('hash', text, (column) => column.primaryKey())
    .addColumn('purpose', text, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
    .execute();
  await schema
    .createTable('passkeys')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('moderator', text, (column) => column.notNull())
    .addColumn('public_key', text, (column) => column.notNull())
    .addColumn('counter', 'integer', (column) => column.notNull())
    .addColumn('transports', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .execute();
  await schema.createIndex('passkeys_by_moderator').on('passkeys').column('moderator').execute();
  await schema
    .alterTable('moderators')
    .addColumn('notice', text, (column) => column.notNull().defaultTo('each'))
    .execute();
  await schema
    .alterTable('moderators')
    .addColumn('told_until', text, (column) => column.notNull().defaultTo(''))
    .execute();
}

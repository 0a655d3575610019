import type { Kysely } from 'kysely';
import { textType } from '#comments/store/database/columns.ts';

/** Creates the tables of comments, reports, the journal, blocks and limits. */
export async function createCommentTables(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  const { schema } = db;
  await schema
    .createTable('comments')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('article', text, (column) => column.notNull())
    .addColumn('reply_to', text)
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('email', text)
    .addColumn('email_hash', text)
    .addColumn('network', text)
    .addColumn('site', text)
    .addColumn('text', text, (column) => column.notNull())
    .addColumn('search', text, (column) => column.notNull())
    .addColumn('staff', 'integer', (column) => column.notNull())
    .addColumn('written_at', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('previous_state', text)
    .addColumn('decided_at', text)
    .addColumn('decided_by', text)
    .addColumn('reason', text)
    .execute();
  await schema
    .createIndex('comments_by_state')
    .on('comments')
    .columns(['state', 'written_at', 'id'])
    .execute();
  await schema.createIndex('comments_by_article').on('comments').columns(['article', 'state']).execute();
  await schema.createIndex('comments_by_parent').on('comments').column('reply_to').execute();
  await schema.createIndex('comments_by_writer').on('comments').column('email_hash').execute();
  await schema
    .createTable('reports')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('article', text, (column) => column.notNull())
    .addColumn('comment', text, (column) => column.notNull())
    .addColumn('reason', text, (column) => column.notNull())
    .addColumn('text', text)
    .addColumn('name', text)
    .addColumn('email', text)
    .addColumn('email_hash', text)
    .addColumn('written_at', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('decided_at', text)
    .addColumn('decided_by', text)
    .addColumn('decision', text)
    .execute();
  await schema.createIndex('reports_by_state').on('reports').columns(['state', 'written_at', 'id']).execute();
  await schema.createIndex('reports_by_comment').on('reports').column('comment').execute();
  await schema
    .createTable('journal')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('actor', text, (column) => column.notNull())
    .addColumn('action', text, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('details', text)
    .execute();
  await schema.createIndex('journal_by_date').on('journal').columns(['at', 'id']).execute();
  await schema.createIndex('journal_by_subject').on('journal').column('subject').execute();
  await schema
    .createTable('blocks')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('value', text, (column) => column.notNull())
    .addColumn('until', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('created_by', text, (column) => column.notNull())
    .addColumn('reason', text)
    .execute();
  await schema.createIndex('blocks_by_value').on('blocks').columns(['value', 'until']).execute();
  await schema
    .createTable('erasures')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('erased_at', text, (column) => column.notNull())
    .execute();
  await schema
    .createTable('spent_tokens')
    .addColumn('nonce', text, (column) => column.primaryKey())
    .addColumn('expires_at', text, (column) => column.notNull())
    .execute();
  await schema
    .createTable('limits')
    .addColumn('key', text, (column) => column.primaryKey())
    .addColumn('points', 'integer', (column) => column.notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
    .execute();
}

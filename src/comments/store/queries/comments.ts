import { type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { CommentState, CommentsTable, Database, Tables } from '#comments/store/database/tables.ts';
import { removeDiacritics } from '#lib/diacritics.ts';
import { type Cursor, type Page, pageOf, readCursor } from './pages.ts';

/** A comment in any state. */
export interface StoredComment {
  id: string;
  article: string;
  replyTo: string | null;
  name: string;
  email: string | null;
  emailHash: string | null;
  /** Hash of the writer's network. */
  network: string | null;
  site: string | null;
  text: string;
  /** Whether the magazine wrote it. */
  staff: boolean;
  writtenAt: string;
  state: CommentState;
  decidedAt: string | null;
  decidedBy: string | null;
  reason: string | null;
}

/** Which comments a list contains. */
export interface CommentFilter {
  state?: CommentState | undefined;
  article?: string | undefined;
  /** Words that the name or the text must contain, in any case and with or without accents. */
  search?: string | undefined;
}

/** Further words of a search are ignored. */
const MAX_WORDS = 8;

/** Converts texts to the form in which searches look: lower case, without accents. */
export const searchable = (...texts: readonly string[]): string =>
  removeDiacritics(texts.join('\n')).toLowerCase();

/** Returns one comment. */
export async function getComment(db: Database, id: string): Promise<StoredComment | null> {
  const row = await db.selectFrom('comments').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toComment(row) : null;
}

/** Returns the comments with these ids that exist, in no particular order. */
export async function findComments(db: Database, ids: readonly string[]): Promise<StoredComment[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('comments').selectAll().where('id', 'in', ids).execute();
  return rows.map(toComment);
}

/** Returns a page of comments: the oldest first, or the newest first. */
export async function listComments(
  db: Database,
  filter: CommentFilter,
  {
    after = null,
    size,
    order = 'asc',
  }: { after?: Cursor | null | undefined; size: number; order?: 'asc' | 'desc' },
): Promise<Page<StoredComment>> {
  const position = readCursor(after);
  let query = filtered(db.selectFrom('comments').selectAll(), filter)
    .orderBy('written_at', order)
    .orderBy('id', order);
  if (position)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('written_at', 'id'), order === 'asc' ? '>' : '<', tuple(position.date, position.id)),
    );
  const rows = await query.limit(size + 1).execute();
  return pageOf(rows, size, ({ written_at: date, id }) => ({ date, id }), toComment);
}

/** Counts comments up to `most`: counting all of them could take longer than the rest of a page. */
export async function countComments(db: Database, filter: CommentFilter, most: number): Promise<number> {
  const counted = filtered(db.selectFrom('comments').select('id'), filter).limit(most).as('counted');
  const row = await db
    .selectFrom(counted)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Returns the thread of a comment: its parent, itself and the replies to it, the oldest first. */
export async function getThread(db: Database, { id, replyTo }: StoredComment): Promise<StoredComment[]> {
  const rows = await db
    .selectFrom('comments')
    .selectAll()
    .where(({ eb, or }) =>
      or([
        eb('id', '=', id),
        eb('reply_to', '=', id),
        ...(replyTo === null ? [] : [eb('id', '=', replyTo), eb('reply_to', '=', replyTo)]),
      ]),
    )
    .orderBy('written_at')
    .orderBy('id')
    .execute();
  return rows.map(toComment);
}

function filtered<Output>(
  query: SelectQueryBuilder<Tables, 'comments', Output>,
  { state, article, search = '' }: CommentFilter,
): SelectQueryBuilder<Tables, 'comments', Output> {
  let narrowed = query;
  if (state !== undefined) narrowed = narrowed.where('state', '=', state);
  if (article !== undefined) narrowed = narrowed.where('article', '=', article);
  for (const word of searchable(search).split(/\s+/u).filter(Boolean).slice(0, MAX_WORDS))
    narrowed = narrowed.where(
      sql<boolean>`search like ${`%${word.replace(/[\\%_]/gu, String.raw`\$&`)}%`} escape '\\'`,
    );
  return narrowed;
}

function toComment(row: Selectable<CommentsTable>): StoredComment {
  const { reply_to, email_hash, staff, written_at, decided_at, decided_by, ...same } = row;
  const { id, article, name, email, network, site, text, state, reason } = same;
  return {
    ...{ id, article, name, email, network, site, text, state, reason },
    replyTo: reply_to,
    emailHash: email_hash,
    staff: staff === 1,
    writtenAt: written_at,
    decidedAt: decided_at,
    decidedBy: decided_by,
  };
}

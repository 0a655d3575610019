import type { Database } from '#comments/store/database/tables.ts';
import { strings } from '#strings/site.ts';
import type { PublishedComment, Snapshot } from './format.ts';

/** Rows of one query. Between two queries, the process can handle requests. */
const BATCH = 1_000;

/**
 * Reads a snapshot of the comments on the site. It contains no e-mail address, and no pending or rejected comment. A
 * withdrawn or erased comment appears as a notice, while a published comment replies to it.
 */
export async function takeSnapshot(db: Database): Promise<Snapshot> {
  const comments: PublishedComment[] = [];
  for (let last: [string, string, string] = ['', '', '']; ;) {
    const rows = await rowsAfter(db, last);
    const end = rows.at(-1);
    if (!end) return { version: 1, comments };
    comments.push(...rows.map(published));
    last = [end.article, end.written_at, end.id];
  }
}

type Row = Awaited<ReturnType<typeof rowsAfter>>[number];

function rowsAfter(db: Database, [article, date, id]: [string, string, string]) {
  return db
    .selectFrom('comments')
    .select(['id', 'article', 'name', 'site', 'written_at', 'reply_to', 'staff', 'state', 'text'])
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('article', 'written_at', 'id'), '>', tuple(article, date, id)),
    )
    .where(({ eb, or, and, exists, selectFrom }) =>
      or([
        eb('state', '=', 'approved'),
        and([
          eb('state', 'in', ['withdrawn', 'erased']),
          exists(
            selectFrom('comments as replies')
              .select('replies.id')
              .whereRef('replies.reply_to', '=', 'comments.id')
              .where('replies.state', '=', 'approved'),
          ),
        ]),
      ]),
    )
    .orderBy('article')
    .orderBy('written_at')
    .orderBy('id')
    .limit(BATCH)
    .execute();
}

function published({ id, article, written_at, reply_to, ...row }: Row): PublishedComment {
  const { erased, withdrawn } = strings.moderation;
  const shown =
    row.state === 'approved'
      ? { name: row.name, ...(row.site !== null && { site: row.site }), text: row.text }
      : row.state === 'erased'
        ? erased
        : withdrawn;
  return {
    id,
    article,
    date: new Date(written_at),
    ...(reply_to !== null && { replyTo: reply_to }),
    staff: row.staff === 1 && row.state === 'approved',
    ...shown,
  };
}

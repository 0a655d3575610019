import { randomBytes } from 'node:crypto';
import type { Database } from '#comments/store/database/tables.ts';
import { type Cursor, type Page, pageOf, readCursor } from './pages.ts';

/** A journal entry: ids and codes, and nothing that readers wrote. */
export interface JournalEntry {
  at: string;
  /** Id of a moderator, or TERMINAL, WRITER or SERVICE. */
  actor: string;
  action: string;
  /** Id of a comment, a report, a block or a moderator. */
  subject: string;
  details: Readonly<Record<string, string | number>> | null;
}

/** Actors that are not moderators. */
export const TERMINAL = 'terminal';
export const WRITER = 'writer';
export const SERVICE = 'service';

type Action = Omit<JournalEntry, 'at' | 'details'> & { details?: JournalEntry['details'] };

/** Adds entries to the journal, in the transaction of the actions that they record. */
export async function record(db: Database, now: Date, actions: readonly Action[]): Promise<void> {
  if (actions.length === 0) return;
  const at = now.toISOString();
  const rows = actions.map(({ details, ...action }, index) => ({
    ...action,
    id: `${at}-${String(index).padStart(4, '0')}-${randomBytes(4).toString('hex')}`,
    at,
    details: details ? JSON.stringify(details) : null,
  }));
  await db.insertInto('journal').values(rows).execute();
}

/** Returns a page of the journal, the newest entry first; with `subject`, only the entries about it. */
export async function listJournal(
  db: Database,
  { after = null, size, subject }: { after?: Cursor | null; size: number; subject?: string },
): Promise<Page<JournalEntry>> {
  const position = readCursor(after);
  let query = db.selectFrom('journal').selectAll().orderBy('at', 'desc').orderBy('id', 'desc');
  if (subject !== undefined) query = query.where('subject', '=', subject);
  if (position)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('at', 'id'), '<', tuple(position.date, position.id)),
    );
  const rows = await query.limit(size + 1).execute();
  return pageOf(
    rows,
    size,
    ({ at: date, id }) => ({ date, id }),
    ({ at, actor, action, subject, details }) => ({
      at,
      actor,
      action,
      subject,
      details: details === null ? null : (JSON.parse(details) as JournalEntry['details']),
    }),
  );
}

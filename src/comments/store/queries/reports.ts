import type { Selectable } from 'kysely';
import type { Database, ReportState, ReportsTable } from '#comments/store/database/tables.ts';
import type { Decider } from './decisions.ts';
import { record } from './journal.ts';
import { type Cursor, type Page, pageOf, readCursor } from './pages.ts';

/** A reader's report of a published comment. */
export interface StoredReport {
  id: string;
  article: string;
  comment: string;
  reason: string;
  text: string | null;
  name: string | null;
  email: string | null;
  writtenAt: string;
  state: ReportState;
  decidedAt: string | null;
  decidedBy: string | null;
  decision: string | null;
}

/** Returns one report. */
export async function getReport(db: Database, id: string): Promise<StoredReport | null> {
  const row = await db.selectFrom('reports').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toReport(row) : null;
}

/** Returns a page of reports, the oldest first. */
export async function listReports(
  db: Database,
  { state, comment }: { state?: ReportState; comment?: string },
  { after = null, size }: { after?: Cursor | null; size: number },
): Promise<Page<StoredReport>> {
  const position = readCursor(after);
  let query = db.selectFrom('reports').selectAll().orderBy('written_at').orderBy('id');
  if (state !== undefined) query = query.where('state', '=', state);
  if (comment !== undefined) query = query.where('comment', '=', comment);
  if (position)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('written_at', 'id'), '>', tuple(position.date, position.id)),
    );
  const rows = await query.limit(size + 1).execute();
  return pageOf(rows, size, ({ written_at: date, id }) => ({ date, id }), toReport);
}

/** The result of a decision: done, or the state that the report already had, or no such report. */
export type ReportResult = { kind: 'done' } | { kind: 'other'; state: ReportState } | { kind: 'unknown' };

/** Dismisses a pending report. `reason` is the explanation that the reader who reported receives. */
export function dismissReport(
  db: Database,
  id: string,
  { by, now, reason, also }: Decider,
): Promise<ReportResult> {
  return db.transaction().execute(async (trx) => {
    const done = await trx
      .updateTable('reports')
      .set({
        state: 'dismissed',
        decided_at: now.toISOString(),
        decided_by: by,
        decision: reason ?? null,
      })
      .where('id', '=', id)
      .where('state', '=', 'pending')
      .returning('id')
      .executeTakeFirst();
    if (!done) return otherwise(trx, id);
    await record(trx, now, [{ actor: by, action: 'dismiss', subject: id }]);
    await also?.(trx, [id]);
    return { kind: 'done' };
  });
}

async function otherwise(db: Database, id: string): Promise<ReportResult> {
  const report = await getReport(db, id);
  return report ? { kind: 'other', state: report.state } : { kind: 'unknown' };
}

function toReport(row: Selectable<ReportsTable>): StoredReport {
  const { id, article, comment, reason, text, name, email, state, decision } = row;
  return {
    ...{ id, article, comment, reason, text, name, email, state, decision },
    writtenAt: row.written_at,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
  };
}

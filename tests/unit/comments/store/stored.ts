import type { Database } from '#comments/store/database/tables.ts';
import { decide } from '#comments/store/queries/decisions.ts';
import { addPendingComment, addReport, type NewComment } from '#comments/store/queries/submissions.ts';

export const NOW = new Date('2026-11-24T09:00:00.000Z');
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
export const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);
export const idOf = (number: number) => `2026-11-24-${String(number).padStart(8, '0')}`;
/** A moderator, and the time of the decision. */
export const ada = { by: 'ada', now: NOW };

const tokenOf = (number: number) => ({ nonce: `nonce ${number}`, expiresAt: later(MINUTE) });

/** Adds a pending comment whose id is made from this number. */
export const addComment = (db: Database, number: number, more: Partial<NewComment> = {}) =>
  addPendingComment(
    db,
    {
      ...{
        id: idOf(number),
        article: 'un-article',
        name: 'Ada',
        text: `Texte ${number}`,
        date: later(number),
      },
      ...more,
    },
    tokenOf(number),
  );

/** Adds comments and publishes them. */
export async function publish(db: Database, numbers: readonly number[], more?: Partial<NewComment>) {
  for (const number of numbers) await addComment(db, number, more);
  await decide(db, 'accept', numbers.map(idOf), ada);
}

/** Adds a report about a comment. */
export const addReportOf = (db: Database, number: number, comment: number) =>
  addReport(
    db,
    { id: idOf(number), article: 'un-article', comment: idOf(comment), reason: 'haine', date: later(number) },
    tokenOf(number),
  );

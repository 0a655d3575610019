import type { Keys } from '#comments/store/keys.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { UNDO_TIME } from '#comments/store/queries/decisions.ts';
import { findComments } from '#comments/store/queries/comments.ts';
import type { MailLinks } from './links.ts';
import {
  confirmationMessage,
  decisionMessage,
  type RefusalReason,
  replyMessage,
  reportDecidedMessage,
} from './messages.ts';
import { enqueue } from './outbox.ts';

/** E-mails about decisions. They are sent only when the decision can no longer be undone. */
export interface Announcements {
  /**
   * Asks the writers who want to follow replies to confirm it, and notifies those whose comment these comments reply
   * to.
   */
  accepted(trx: Database, ids: readonly string[]): Promise<void>;
  /**
   * Gives the writers the reason, if their address is known, and informs the readers who reported withdrawn comments.
   */
  refused(
    trx: Database,
    ids: readonly string[],
    decision: 'rejected' | 'withdrawn',
    reason: RefusalReason,
  ): Promise<void>;
  /** Informs the reader who made a report that the comment stays. */
  dismissed(trx: Database, report: string, explanation: string): Promise<void>;
}

export function createAnnouncements(addresses: MailLinks, keys: Keys, now: () => Date): Announcements {
  const due = () => ({ due: new Date(now().getTime() + UNDO_TIME) });

  async function reportsDecided(
    trx: Database,
    column: 'comment' | 'id',
    id: string,
    decision: 'upheld' | 'dismissed',
    explanation: string,
  ): Promise<void> {
    const reports = await trx
      .selectFrom('reports')
      .select(['id', 'email', 'comment'])
      .where(column, '=', id)
      .where('state', '=', decision)
      .execute();
    for (const { id: report, email, comment } of reports) {
      if (email === null) continue;
      const message = reportDecidedMessage(email, report, decision, explanation, addresses.decisions());
      await enqueue(trx, message, now(), { ...due(), subject: comment });
    }
  }

  return {
    async accepted(trx, ids) {
      for (const comment of await findComments(trx, ids)) {
        const { id, article, replyTo, name, text } = comment;
        const follower = await followerOf(trx, id);
        const terms = { ...due(), subject: id };
        if (follower?.confirmed_at === null) {
          const link = addresses.follow(keys, id);
          await enqueue(
            trx,
            confirmationMessage(follower.email, addresses.title(article), link),
            now(),
            terms,
          );
        }
        const parent = replyTo === null ? undefined : await followerOf(trx, replyTo);
        // Nobody is notified of their own replies.
        if (!parent?.confirmed_at || parent.email_hash === comment.emailHash) continue;
        const reply = { name, article: addresses.title(article), text };
        const leave = addresses.follow(keys, parent.comment);
        await enqueue(
          trx,
          replyMessage(parent.email, reply, addresses.comment(article, id), leave),
          now(),
          terms,
        );
      }
    },
    async refused(trx, ids, decision, reason) {
      for (const { id, article, text, email } of await findComments(trx, ids)) {
        // The address of a published comment was removed, unless its writer confirmed that they follow replies.
        const to = email ?? (await confirmedFollower(trx, id));
        // Advertisers often give the e-mail address of someone else.
        if (to !== null && reason !== 'publicite') {
          const comment = { article: addresses.title(article), text };
          const message = decisionMessage(to, decision, comment, reason, addresses.decisions());
          await enqueue(trx, message, now(), { ...due(), subject: id });
        }
        if (decision === 'withdrawn') await reportsDecided(trx, 'comment', id, 'upheld', '');
      }
    },
    dismissed: (trx, report, explanation) => reportsDecided(trx, 'id', report, 'dismissed', explanation),
  };
}

function followerOf(trx: Database, comment: string) {
  return trx.selectFrom('followers').selectAll().where('comment', '=', comment).executeTakeFirst();
}

async function confirmedFollower(trx: Database, comment: string): Promise<string | null> {
  const follower = await followerOf(trx, comment);
  return follower?.confirmed_at ? follower.email : null;
}

import { commentSchema } from '#model/comment-schema.ts';
import type { Announcements } from '#comments/mail/announcements.ts';
import type { RefusalReason } from '#comments/mail/messages.ts';
import { cancelMessages } from '#comments/mail/outbox.ts';
import type { Publisher } from '#comments/publication/publisher.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { block } from '#comments/store/queries/blocks.ts';
import { getComment } from '#comments/store/queries/comments.ts';
import {
  decide,
  type Decision,
  type DecisionResult,
  reply,
  undo,
} from '#comments/store/queries/decisions.ts';
import { eraseComments } from '#comments/store/queries/erasure.ts';
import { dismissReport, type ReportResult } from '#comments/store/queries/reports.ts';
import { DAY } from '#lib/durations.ts';

/** The results of a decision on several comments. */
export interface DecisionSummary {
  /** The ids of the comments that this decision changed. */
  done: string[];
  /** How many comments already had another state. */
  late: number;
  /** Who had already decided: only when the decision was on one comment, else `null`. */
  lateBy: string | null;
}

/** The actions of moderators, with their consequences: e-mails and a new publication of the site. */
export interface ModeratorActions {
  /** Decides on comments, each once. A rejection or a withdrawal has the reason « autre » by default. */
  decide(
    decision: Decision,
    ids: readonly string[],
    by: string,
    reason?: RefusalReason,
  ): Promise<DecisionSummary>;
  /** @returns how many decisions were undone */
  undo(ids: readonly string[], by: string): Promise<number>;
  /**
   * Replies under this name, or else as the magazine. A pending comment is accepted first.
   *
   * @returns `unwritten` when the text is invalid, `unknown` when the comment does not exist or was rejected or withdrawn
   */
  reply(id: string, text: string, by: string, name?: string): Promise<'replied' | 'unknown' | 'unwritten'>;
  dismiss(report: string, explanation: string, by: string): Promise<ReportResult>;
  /** Blocks the writer or the network of a comment. @returns false when the comment has no digest of it */
  block(comment: string, kind: 'writer' | 'network', days: number, by: string): Promise<boolean>;
  erase(id: string, by: string): Promise<void>;
}

export interface ActionDependencies {
  database: Database;
  announcements: Announcements;
  publisher: Pick<Publisher, 'request'>;
  /** The author of the magazine's replies. */
  magazine: string;
  now: () => Date;
}

export function createActions(dependencies: ActionDependencies): ModeratorActions {
  const { database, announcements, publisher, magazine, now } = dependencies;

  const actions: ModeratorActions = {
    async decide(decision, ids, by, reason = 'autre') {
      const results = await decide(database, decision, ids, {
        by,
        now: now(),
        ...(decision !== 'accept' && { reason }),
        also: (trx, done) =>
          decision === 'accept'
            ? announcements.accepted(trx, done)
            : announcements.refused(trx, done, decision === 'reject' ? 'rejected' : 'withdrawn', reason),
      });
      const summary = summarize(results);
      if (decision !== 'reject' && summary.done.length > 0) publisher.request();
      return summary;
    },
    async undo(ids, by) {
      const also = async (trx: Database, undone: readonly string[]) => {
        for (const id of undone) await cancelMessages(trx, id);
      };
      const undone = await undo(database, ids, { by, now: now(), also });
      if (undone.length > 0) publisher.request();
      return undone.length;
    },
    async reply(id, text, by, name = magazine) {
      const parsed = commentSchema.shape.text.safeParse(text);
      if (!parsed.success) return 'unwritten';
      await actions.decide('accept', [id], by);
      const also = announcements.accepted;
      const replied = await reply(database, { to: id, name, text: parsed.data }, { by, now: now(), also });
      if (replied === null) return 'unknown';
      publisher.request();
      return 'replied';
    },
    dismiss: (report, explanation, by) =>
      dismissReport(database, report, {
        by,
        now: now(),
        reason: explanation,
        also: (trx) => announcements.dismissed(trx, report, explanation),
      }),
    async block(id, kind, days, by) {
      const comment = await getComment(database, id);
      const value = kind === 'writer' ? comment?.emailHash : comment?.network;
      if (!value) return false;
      const until = new Date(now().getTime() + days * DAY);
      await block(database, { kind, value, until }, { by, now: now() });
      return true;
    },
    async erase(id, by) {
      await eraseComments(database, [id], { by, now: now() });
      publisher.request();
    },
  };
  return actions;
}

function summarize(results: ReadonlyMap<string, DecisionResult>): DecisionSummary {
  const done: string[] = [];
  const late: (string | null)[] = [];
  for (const [id, result] of results) {
    if (result.kind === 'done') done.push(id);
    if (result.kind === 'other') late.push(result.by);
  }
  return {
    done,
    late: late.length,
    lateBy: late.length === 1 && done.length === 0 ? (late[0] ?? null) : null,
  };
}

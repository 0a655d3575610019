import { strings } from '#strings/site.ts';
import { createMailLinks } from '#comments/mail/links.ts';
import { createAnnouncements } from '#comments/mail/announcements.ts';
import type { RefusalReason } from '#comments/mail/messages.ts';
import { createKnownArticles } from '#comments/service/known-articles.ts';
import type { Settings } from '#comments/settings.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { hashEmail } from '#comments/store/hashes.ts';
import { maintain } from '#comments/store/maintenance.ts';
import { getComment, listComments } from '#comments/store/queries/comments.ts';
import type { Decision } from '#comments/store/queries/decisions.ts';
import { eraseComments, eraseWriter, flushErased } from '#comments/store/queries/erasure.ts';
import { TERMINAL } from '#comments/store/queries/journal.ts';
import { getReport, listReports, type StoredReport } from '#comments/store/queries/reports.ts';
import type { CommentStore } from '#comments/store/store.ts';
import { createActions, type ModeratorActions } from '#comments/moderation/actions.ts';
import type { PendingItem } from './format.ts';

const { moderation: messages } = strings;
const { outcomes } = messages;
/** The maximum number of comments, and of reports, in one list. */
const PAGE_SIZE = 50;
const NO_PUBLISHER = { request: () => undefined };

/** The result of a command, with a French message for the editor. */
export interface CommandResult {
  message: string;
  ok: boolean;
}

/** The moderation actions of the terminal, which the interactive queue and the one-line commands use. */
export interface ModerationCommands {
  /** Lists the oldest pending comments and reports, and whether there are more. */
  list(): Promise<{ pending: PendingItem[]; hasMore: boolean }>;
  find(id: string): Promise<PendingItem | null>;
  /** Publishes a comment. For the id of a report, withdraws the comment that it is about. */
  accept(id: string, reason?: RefusalReason): Promise<CommandResult>;
  /** Rejects a comment. For the id of a report, dismisses the report. */
  reject(id: string, reason?: RefusalReason): Promise<CommandResult>;
  withdraw(id: string, reason?: RefusalReason): Promise<CommandResult>;
  undo(id: string): Promise<CommandResult>;
  reply(id: string, text: string, author?: string): Promise<CommandResult>;
  eraseWriter(email: string): Promise<CommandResult>;
  erase(ids: readonly string[]): Promise<CommandResult>;
  purge(): Promise<CommandResult>;
}

/**
 * Creates the commands on a store. The service, another process, later sends their messages and publishes their
 * decisions.
 */
export function createCommands(store: CommentStore, db: Database, settings: Settings): ModerationCommands {
  const { retentionDays, magazine } = settings;
  const now = () => new Date();
  const who = () => ({ by: TERMINAL, now: now() });

  /** Reads the keys only here: to list comments needs none, and a read-only disk may have no secret. */
  async function actions(): Promise<ModeratorActions> {
    const keys = await store.keys();
    const announcements = createAnnouncements(
      createMailLinks(settings, createKnownArticles(settings)),
      keys,
      now,
    );
    return createActions({ database: db, announcements, publisher: NO_PUBLISHER, magazine, now });
  }

  async function decideOn(id: string, decision: Decision, reason?: RefusalReason): Promise<CommandResult> {
    const { done } = await (await actions()).decide(decision, [id], TERMINAL, reason);
    if (done.length > 0) return success(outcomes[decision](id, retentionDays));
    const comment = await getComment(db, id);
    return failure(comment ? outcomes.already[comment.state](id) : messages.unknown(id));
  }

  /** Upholds a report by withdrawing its comment. If the comment is no longer published, the report is dismissed. */
  async function uphold({ id, comment }: StoredReport, reason?: RefusalReason): Promise<CommandResult> {
    const { done } = await (await actions()).decide('withdraw', [comment], TERMINAL, reason);
    if (done.length > 0) return success(outcomes.upheld(id));
    await (await actions()).dismiss(id, '', TERMINAL);
    return failure(outcomes.reportDecided(id));
  }

  async function dismiss(id: string): Promise<CommandResult> {
    const { kind } = await (await actions()).dismiss(id, '', TERMINAL);
    return kind === 'done' ? success(outcomes.dismissed(id)) : failure(outcomes.reportDecided(id));
  }

  async function erased(ids: readonly string[]): Promise<CommandResult> {
    await flushErased(db);
    const message = outcomes.erased(ids.length);
    return success(ids.length > 0 ? `${message}\n${outcomes.traces(retentionDays)}` : message);
  }

  return {
    async list() {
      const comments = await listComments(db, { state: 'pending' }, { size: PAGE_SIZE });
      const reports = await listReports(db, { state: 'pending' }, { size: PAGE_SIZE });
      const pending: PendingItem[] = [
        ...comments.items.map((comment) => ({ ...comment, kind: 'comment' as const })),
        ...reports.items.map((report) => ({ ...report, kind: 'report' as const })),
      ];
      pending.sort((a, b) => a.writtenAt.localeCompare(b.writtenAt));
      return { pending, hasMore: comments.next !== null || reports.next !== null };
    },
    async find(id) {
      const comment = await getComment(db, id);
      if (comment) return { ...comment, kind: 'comment' };
      const report = await getReport(db, id);
      return report && { ...report, kind: 'report' };
    },
    async accept(id, reason) {
      const report = await getReport(db, id);
      return report ? uphold(report, reason) : decideOn(id, 'accept');
    },
    reject: async (id, reason) => ((await getReport(db, id)) ? dismiss(id) : decideOn(id, 'reject', reason)),
    withdraw: (id, reason) => decideOn(id, 'withdraw', reason),
    async undo(id) {
      const undone = await (await actions()).undo([id], TERMINAL);
      return undone > 0 ? success(outcomes.undone(id)) : failure(outcomes.notUndone(id));
    },
    async reply(to, text, author) {
      const result = await (await actions()).reply(to, text, TERMINAL, author);
      return result === 'replied' ? success(outcomes.replied(to)) : failure(outcomes.notPublished(to));
    },
    async eraseWriter(email) {
      const hash = hashEmail(await store.keys(), email);
      return erased(await eraseWriter(db, { email, hash }, who()));
    },
    erase: async (ids) => erased(await eraseComments(db, ids, who())),
    async purge() {
      return success(outcomes.purged(await maintain(db, settings)));
    },
  };
}

const success = (message: string): CommandResult => ({ message, ok: true });
const failure = (message: string): CommandResult => ({ message, ok: false });

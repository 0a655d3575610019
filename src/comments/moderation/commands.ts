import { strings } from '#strings/site.ts';
import type { Settings } from '#comments/settings.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { hashEmail } from '#comments/store/keys.ts';
import { maintain } from '#comments/store/maintenance.ts';
import { getComment, listComments } from '#comments/store/queries/comments.ts';
import { type Decision, decide, reply, undo } from '#comments/store/queries/decisions.ts';
import { eraseComments, eraseWriter, flushErased } from '#comments/store/queries/erasure.ts';
import { TERMINAL } from '#comments/store/queries/journal.ts';
import {
  dismissReport,
  getReport,
  listReports,
  type ReportResult,
  upholdReport,
} from '#comments/store/queries/reports.ts';
import type { CommentStore } from '#comments/store/store.ts';
import type { PendingItem } from './format.ts';

const { moderation: messages } = strings;
const { outcomes } = messages;
/** Comments and reports that are shown at once. */
const PAGE_SIZE = 50;

/** The result of a command, with a French message for the editor. */
export interface CommandResult {
  message: string;
  ok: boolean;
}

/** What editors can do in the terminal, step by step or in one command. */
export interface ModerationCommands {
  /** Lists the oldest pending items, and whether more are waiting. */
  list(): Promise<{ pending: PendingItem[]; hasMore: boolean }>;
  find(id: string): Promise<PendingItem | null>;
  /** Publishes a comment; withdraws the comment that a report is about. */
  accept(id: string): Promise<CommandResult>;
  /** Rejects a comment; dismisses a report. */
  reject(id: string): Promise<CommandResult>;
  withdraw(id: string): Promise<CommandResult>;
  undo(id: string): Promise<CommandResult>;
  reply(id: string, text: string, author?: string): Promise<CommandResult>;
  eraseWriter(email: string): Promise<CommandResult>;
  erase(ids: readonly string[]): Promise<CommandResult>;
  purge(): Promise<CommandResult>;
}

/** Creates the commands on a store. */
export function createCommands(store: CommentStore, db: Database, settings: Settings): ModerationCommands {
  const { retentionDays, magazine } = settings;
  const who = () => ({ by: TERMINAL, now: new Date() });

  async function decideOn(id: string, decision: Decision): Promise<CommandResult> {
    const result = (await decide(db, decision, [id], who())).get(id);
    if (result?.kind === 'done') return success(outcomes[decision](id, retentionDays));
    return failure(result?.kind === 'other' ? outcomes.already[result.state](id) : messages.unknown(id));
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
    accept: async (id) =>
      (await getReport(db, id))
        ? reportResult(id, outcomes.upheld, await upholdReport(db, id, who()))
        : decideOn(id, 'accept'),
    reject: async (id) =>
      (await getReport(db, id))
        ? reportResult(id, outcomes.dismissed, await dismissReport(db, id, who()))
        : decideOn(id, 'reject'),
    withdraw: (id) => decideOn(id, 'withdraw'),
    async undo(id) {
      const undone = await undo(db, [id], who());
      return undone.length > 0 ? success(outcomes.undone(id)) : failure(outcomes.notUndone(id));
    },
    async reply(to, text, author = magazine) {
      const id = await reply(db, { to, name: author, text }, who());
      return id === null ? failure(outcomes.notPublished(to)) : success(outcomes.replied(id));
    },
    eraseWriter: async (email) => erased(await eraseWriter(db, hashEmail(await store.keys(), email), who())),
    erase: async (ids) => erased(await eraseComments(db, ids, who())),
    async purge() {
      return success(outcomes.purged(await maintain(db, settings)));
    },
  };
}

function reportResult(id: string, done: (id: string) => string, result: ReportResult): CommandResult {
  return result.kind === 'done' ? success(done(id)) : failure(outcomes.reportDecided(id));
}

const success = (message: string): CommandResult => ({ message, ok: true });
const failure = (message: string): CommandResult => ({ message, ok: false });

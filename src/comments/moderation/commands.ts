import { inertName } from '#lib/html/inert-text.ts';
import { strings } from '#strings/site.ts';
import type { Settings } from '#comments/settings.ts';
import type { Pending, Report } from '#comments/store/records.ts';
import { DamagedRecord } from '#comments/store/storage.ts';
import type { CommentStore } from '#comments/store/store.ts';
import { formatDamaged, type PendingItem } from './format.ts';
import { purgeRejected } from './maintenance.ts';
import { createModeration } from './moderation.ts';

const { moderation: messages } = strings;
const { outcomes } = messages;

/** The result of a command, with a French message for the editor. */
export interface CommandResult {
  message: string;
  ok: boolean;
}

/** What editors can do in the terminal, step by step or in one command. */
export interface ModerationCommands {
  /** Lists pending items, the oldest first, and the names of damaged files, in a form that editors can type. */
  list(): Promise<{ pending: PendingItem[]; damaged: string[] }>;
  find(id: string): Promise<PendingItem | null>;
  accept(id: string): Promise<CommandResult>;
  reject(id: string): Promise<CommandResult>;
  reply(id: string, text: string, author?: string): Promise<CommandResult>;
  erase(email: string): Promise<CommandResult>;
  /** Removes a damaged file, by the name that `list` returns. */
  discard(file: string): Promise<CommandResult>;
  purge(): Promise<CommandResult>;
}

/** Creates the commands on a store. */
export function createCommands(
  store: CommentStore,
  { retentionDays, magazine }: Settings,
): ModerationCommands {
  const { storage } = store;
  const moderation = createModeration(store);
  const listAll = () => Promise.all([storage.list('pending'), storage.list('reports')]);
  return {
    async list() {
      const [comments, reports] = await listAll();
      return {
        pending: [...comments.records.map(asComment), ...reports.records.map(asReport)].sort((a, b) =>
          a.date.localeCompare(b.date),
        ),
        damaged: [...comments.damaged, ...reports.damaged].map(inertName),
      };
    },
    async find(id) {
      const comment = await storage.get('pending', id);
      if (comment) return asComment(comment);
      const report = await storage.get('reports', id);
      return report && asReport(report);
    },
    accept: (id) =>
      unlessDamaged(async () => {
        const outcome = await moderation.accept(id);
        if (outcome === 'unknown') return failure(messages.unknown(id));
        const message = outcomes[outcome](id);
        return outcome === 'alreadyRejected' ? failure(message) : success(message);
      }),
    reject: (id) =>
      unlessDamaged(async () => {
        const outcome = await moderation.reject(id);
        if (outcome === 'unknown') return failure(messages.unknown(id));
        const message = outcomes[outcome](id, retentionDays);
        return outcome === 'alreadyAccepted' ? failure(message) : success(message);
      }),
    async reply(id, text, author = magazine) {
      const reply = await moderation.reply(id, text, author);
      return reply ? success(outcomes.replied(reply)) : failure(outcomes.notPublished(id));
    },
    async erase(email) {
      const erased = await moderation.erase(email);
      const message = outcomes.erased(erased.length);
      return success(erased.length > 0 ? `${message}\n${outcomes.history}` : message);
    },
    async discard(file) {
      const damaged = (await listAll()).flatMap((kind) => kind.damaged);
      const path = damaged.find((one) => inertName(one) === file);
      const isRemoved = path !== undefined && (await storage.discard(path));
      return isRemoved
        ? success(`${messages.discarded} ${file}`)
        : failure(`${messages.notDamaged} ${inertName(file)}`);
    },
    async purge() {
      return success(outcomes.purged(await purgeRejected(store, retentionDays)));
    },
  };
}

const asComment = (record: Pending): PendingItem => ({ ...record, kind: 'comment' });
const asReport = (record: Report): PendingItem => ({ ...record, kind: 'report' });

async function unlessDamaged(decide: () => Promise<CommandResult>): Promise<CommandResult> {
  try {
    return await decide();
  } catch (error) {
    if (error instanceof DamagedRecord) return failure(formatDamaged(inertName(error.file)));
    throw error;
  }
}

const success = (message: string): CommandResult => ({ message, ok: true });
const failure = (message: string): CommandResult => ({ message, ok: false });

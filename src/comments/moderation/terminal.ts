import type { Settings } from '#comments/settings.ts';
import { type Moderated, createModeration, purgeRejected } from './moderation.ts';
import { DamagedRecord } from '#comments/store/storage.ts';
import { inertName } from '#lib/html/inert-text.ts';
import type { Pending, Report } from '#comments/store/records.ts';
import { strings } from '#strings/site.ts';
import { type Waiting, showDamaged } from './show.ts';

const { moderation: said } = strings;
const { outcomes } = said;

/** A decision carried out: what to tell the editor, and whether it was possible. */
export interface Told {
  text: string;
  done: boolean;
}

/** The editors' desk: what waits, and what they decide, told in French. */
export interface Desk {
  /** What waits, the oldest first, and the names of files that cannot be read, as they can be shown and typed. */
  list(): Promise<{ waiting: Waiting[]; damaged: string[] }>;
  find(id: string): Promise<Waiting | null>;
  accept(id: string): Promise<Told>;
  reject(id: string): Promise<Told>;
  reply(id: string, text: string, author?: string): Promise<Told>;
  erase(email: string): Promise<Told>;
  /** Removes a file that cannot be read, by the name that the list shows. */
  discard(file: string): Promise<Told>;
  purge(): Promise<Told>;
}

export function createDesk(store: Moderated, { retentionDays, magazine }: Settings): Desk {
  const { storage } = store;
  const moderation = createModeration(store);
  const damagedFiles = async () => [
    ...(await storage.list('pending')).damaged,
    ...(await storage.list('reports')).damaged,
  ];
  return {
    async list() {
      const comments = await storage.list('pending');
      const reports = await storage.list('reports');
      return {
        waiting: [...comments.records.map(asComment), ...reports.records.map(asReport)].sort((a, b) =>
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
        if (outcome === 'unknown') return failed(said.unknown(id));
        const text = outcomes[outcome](id);
        return outcome === 'alreadyRejected' ? failed(text) : done(text);
      }),
    reject: (id) =>
      unlessDamaged(async () => {
        const outcome = await moderation.reject(id);
        if (outcome === 'unknown') return failed(said.unknown(id));
        const text = outcomes[outcome](id, retentionDays);
        return outcome === 'alreadyAccepted' ? failed(text) : done(text);
      }),
    async reply(id, text, author = magazine) {
      const reply = await moderation.reply(id, text, author);
      return reply ? done(outcomes.replied(reply)) : failed(outcomes.notPublished(id));
    },
    async erase(email) {
      const erased = await moderation.erase(email);
      const text = outcomes.erased(erased.length);
      return done(erased.length > 0 ? `${text}\n${outcomes.history}` : text);
    },
    async discard(file) {
      const damaged = (await damagedFiles()).find((one) => inertName(one) === file);
      const isGone = damaged !== undefined && (await storage.discard(damaged));
      return isGone ? done(`${said.discarded} ${file}`) : failed(`${said.notDamaged} ${inertName(file)}`);
    },
    async purge() {
      return done(outcomes.purged(await purgeRejected(store, retentionDays, new Date())));
    },
  };
}

const asComment = (record: Pending): Waiting => ({ ...record, kind: 'comment' });
const asReport = (record: Report): Waiting => ({ ...record, kind: 'report' });

/** A decision on what cannot be read is none. */
async function unlessDamaged(decide: () => Promise<Told>): Promise<Told> {
  try {
    return await decide();
  } catch (error) {
    if (error instanceof DamagedRecord) return failed(showDamaged(inertName(error.file)));
    throw error;
  }
}

const done = (text: string): Told => ({ text, done: true });
const failed = (text: string): Told => ({ text, done: false });

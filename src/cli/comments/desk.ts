import type { Settings } from '#server/comments/settings.ts';
import type { CommentStore } from '#server/comments/service.ts';
import { type Moderation, createModeration, purgeRejected } from '#server/comments/moderation.ts';
import { strings } from '#strings.ts';
import type { Waiting } from './show.ts';

const { outcomes, unknown } = strings.moderation;

/** A decision carried out: what to tell the editor, and whether it was possible. */
export interface Told {
  text: string;
  done: boolean;
}

/** The editors' desk: what waits, and what they decide, told in French. */
export interface Desk {
  /** What waits, the oldest first. */
  list(): Promise<{ waiting: Waiting[]; damaged: string[] }>;
  find(id: string): Promise<Waiting | null>;
  accept(id: string): Promise<Told>;
  reject(id: string): Promise<Told>;
  reply(id: string, text: string, author?: string): Promise<Told>;
  erase(email: string): Promise<Told>;
  purge(): Promise<Told>;
}

export function createDesk({ storage, published, keys }: CommentStore, settings: Settings): Desk {
  const moderation: Moderation = createModeration(storage, published, keys);
  const { retentionDays, magazine } = settings;
  const desk: Desk = {
    async list() {
      const comments = await storage.list('pending');
      const reports = await storage.list('reports');
      return {
        waiting: [
          ...comments.records.map((record) => ({ ...record, kind: 'comment' as const })),
          ...reports.records.map((record) => ({ ...record, kind: 'report' as const })),
        ].sort((a, b) => a.date.localeCompare(b.date)),
        damaged: [...comments.damaged, ...reports.damaged],
      };
    },
    async find(id) {
      return (await desk.list()).waiting.find((one) => one.id === id) ?? null;
    },
    async accept(id) {
      const outcome = await moderation.accept(id);
      return outcome === 'unknown' ? failed(unknown(id)) : done(outcomes[outcome](id));
    },
    async reject(id) {
      const outcome = await moderation.reject(id);
      return outcome === 'unknown' ? failed(unknown(id)) : done(outcomes[outcome](id, retentionDays));
    },
    async reply(id, text, author = magazine) {
      const reply = await moderation.reply(id, text, author);
      return reply ? done(outcomes.replied(reply)) : failed(outcomes.notPublished(id));
    },
    async erase(email) {
      const erased = await moderation.erase(email);
      const text = outcomes.erased(erased.length);
      return done(erased.length > 0 ? `${text}\n${outcomes.history}` : text);
    },
    async purge() {
      return done(outcomes.purged(await purgeRejected(storage, retentionDays, new Date())));
    },
  };
  return desk;
}

const done = (text: string): Told => ({ text, done: true });
const failed = (text: string): Told => ({ text, done: false });

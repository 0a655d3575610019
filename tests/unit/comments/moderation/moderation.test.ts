import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maintain } from '#comments/moderation/maintenance.ts';
import { createModeration } from '#comments/moderation/moderation.ts';
import type { Pending } from '#comments/store/records.ts';
import { readSettings, type Settings } from '#comments/settings.ts';
import { type CommentStore, createLock, openCommentStore } from '#comments/store/store.ts';
import { temporaryPath } from '#storage/atomic-write.ts';
import { lockFile } from '#storage/file-lock.ts';

const SECRET = 'a secret for tests, of forty characters or so.';
const ROUNDS = 200;

let root: string;
let settings: Settings;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'moderation-'));
  settings = {
    ...readSettings('.', {}),
    dataFolder: join(root, 'data'),
    publishedFolder: join(root, 'published'),
  };
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const openStore = (): CommentStore => openCommentStore(settings, { COMMENTS_SECRET: SECRET });
const idOf = (index: number) => `2026-11-21-${index.toString(16).padStart(8, '0')}`;
const pendingOf = (id: string, more: Partial<Pending> = {}): Pending => ({
  id,
  article: 'un-article',
  replyTo: undefined,
  name: 'Ada',
  email: `${id}@exemple.fr`,
  site: undefined,
  text: 'Merci.',
  date: '2026-11-21T09:05:00.000Z',
  ...more,
});

/** Where a comment is, of all the places where it may be. */
async function placesOf({ storage, published }: CommentStore, id: string): Promise<string[]> {
  const kinds = ['pending', 'accepted', 'rejected'] as const;
  const kept = await Promise.all(
    kinds.map(async (kind) => ((await storage.ids(kind)).includes(id) ? [kind] : [])),
  );
  return [...kept.flat(), ...((await published.ids()).has(id) ? ['published'] : [])];
}

describe('a decision', () => {
  it(`has one outcome, of moderators who decide at the same time, in ${ROUNDS} rounds`, async () => {
    const store = openStore();
    // Two commands, each with its own view of the same folders.
    const [first, second] = [createModeration(store), createModeration(openStore())];
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = idOf(round);
      await store.storage.add('pending', pendingOf(id));
      const decisions = [
        () => first.accept(id),
        () => second.reject(id),
        () => second.accept(id),
        () => first.erase(`${id}@exemple.fr`),
      ];
      const chosen = [0, 1, 2, 3].filter((index) => round % 4 !== index && (round >> 2) % 4 !== index);
      const told = (await Promise.all(chosen.map((index) => decisions[index]?.()))).flat();
      const places = await placesOf(store, id);
      const said = `round ${round}: ${told.join(', ')} → ${places.join(', ')}`;
      expect(told.filter((one) => one === 'accepted' || one === 'rejected').length, said).toBeLessThan(2);
      if (told.includes(id)) expect(places, said).toEqual([]);
      else if (told.includes('accepted')) expect(places, said).toEqual(['accepted', 'published']);
      else expect(places, said).toEqual(['rejected']);
    }
  });

  it('taken too late returns what was decided', async () => {
    const store = openStore();
    const moderation = createModeration(store);
    await store.storage.add('pending', pendingOf(idOf(1)));
    await store.storage.add('pending', pendingOf(idOf(2)));
    expect([await moderation.accept(idOf(1)), await moderation.reject(idOf(1))]).toEqual([
      'accepted',
      'alreadyAccepted',
    ]);
    expect([await moderation.reject(idOf(2)), await moderation.accept(idOf(2))]).toEqual([
      'rejected',
      'alreadyRejected',
    ]);
  });
});

describe('the lock', () => {
  it('runs one task at a time', async () => {
    let running = 0;
    const counts: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, () =>
        createLock(root).run(async () => {
          running += 1;
          counts.push(running);
          await new Promise((done) => setImmediate(done));
          running -= 1;
        }),
      ),
    );
    expect([counts.length, Math.max(...counts)]).toEqual([20, 1]);
  });

  it('is released when its task fails', async () => {
    const lock = createLock(root);
    await expect(lock.run(() => Promise.reject(new Error('fault')))).rejects.toThrow('fault');
    expect(await lock.run(() => Promise.resolve('next'))).toBe('next');
  });

  it('is waited for, and not for ever', async () => {
    const release = await lockFile(join(root, 'moderation.lock'));
    await expect(createLock(root, 20).run(() => Promise.resolve())).rejects.toThrow('Une autre décision');
    release();
    expect(await createLock(root).run(() => Promise.resolve('done'))).toBe('done');
  });
});

describe('maintenance', () => {
  it('removes the temporary files of killed processes, and not those being written', async () => {
    const folder = join(settings.dataFolder, 'pending');
    mkdirSync(folder, { recursive: true });
    const [recent, old, future] = [1, 2, 3].map(() => temporaryPath(join(folder, 'a.yaml')));
    const minutes = (count: number) => new Date(Date.now() + count * 60_000);
    for (const [path = '', date] of [
      [recent, minutes(0)],
      [old, minutes(-2)],
      [future, minutes(2)],
    ] as const) {
      writeFileSync(path, 'name: A');
      utimesSync(path, date, date);
    }
    await maintain(openStore(), settings.retentionDays);
    expect(readdirSync(folder).map((name) => join(folder, name))).toEqual([recent]);
  });

  it('makes folders private that others could list', async () => {
    mkdirSync(join(settings.dataFolder, 'rejected'), { recursive: true, mode: 0o755 });
    const store = openStore();
    await store.storage.add('pending', pendingOf(idOf(1)));
    await maintain(store, settings.retentionDays);
    for (const folder of ['', 'pending', 'rejected'])
      expect(statSync(join(settings.dataFolder, folder)).mode & 0o777, folder).toBe(0o700);
  });

  it('erases comments that were rejected long enough ago', async () => {
    const store = openStore();
    const days = (count: number) => new Date(Date.now() - count * 86_400_000).toISOString();
    await store.storage.add('rejected', { ...pendingOf(idOf(1)), rejectedAt: days(29) });
    await store.storage.add('rejected', { ...pendingOf(idOf(2)), rejectedAt: days(31) });
    expect(await maintain(store, 30)).toBe(1);
    expect(await store.storage.ids('rejected')).toEqual([idOf(1)]);
  });
});

import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cachedBytes, pruneCache, pruneOnceADay } from '#storage/content-cache.ts';
import { DAMAGES } from '../content/damages.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cache-'));
  vi.stubEnv('CACHE_FOLDER', join(root, 'cache'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

const make = (text: string) => vi.fn(() => Promise.resolve(Buffer.from(text)));
const YEAR = 31_536_000;
const pathOf = (name: string) => join(root, 'cache/pictures', `${name}.entry`);
const cache = async (name: string, text: string) => {
  await cachedBytes(root, 'pictures', name, make(text));
  return pathOf(name);
};

describe('the content cache', () => {
  it('makes an entry once', async () => {
    const [first, second] = [make('one'), make('two')];
    expect(String(await cachedBytes(root, 'pictures', 'a.avif', first))).toBe('one');
    expect(String(await cachedBytes(root, 'pictures', 'a.avif', second))).toBe('one');
    expect(first).toHaveBeenCalledOnce();
    expect(second).not.toHaveBeenCalled();
  });

  it.each(DAMAGES)('makes an entry again that was %s, and stores it', async (_, damage) => {
    damage(await cache('a.avif', 'a picture of many bytes'));
    const again = make('a picture of many bytes');
    expect(String(await cachedBytes(root, 'pictures', 'a.avif', again))).toBe('a picture of many bytes');
    expect(again).toHaveBeenCalledOnce();
    await cachedBytes(root, 'pictures', 'a.avif', again);
    expect(again).toHaveBeenCalledOnce();
  });

  it('stores nothing when an entry cannot be made', async () => {
    const refused = cachedBytes(root, 'pictures', 'a.avif', () => Promise.reject(new Error('no')));
    await expect(refused).rejects.toThrow('no');
    expect(existsSync(pathOf('a.avif'))).toBe(false);
  });

  it('updates the access time of an entry that is read, not its modification time', async () => {
    const path = await cache('a.avif', 'one');
    utimesSync(path, 1000, 1000);
    await cache('a.avif', 'one');
    expect(statSync(path).mtimeMs).toBe(1_000_000);
    expect(statSync(path).atimeMs).toBeGreaterThan(1_000_000);
  });

  it('prunes the least recently used entries above a size, never those of this build', async () => {
    const now = Date.now() / 1000;
    const names = ['new', 'old', 'older', 'needed'];
    for (const [age, name] of names.entries()) utimesSync(await cache(name, '12345'), now - age * YEAR, now);
    await pruneCache(root, 'pictures', new Set(['needed']), 2 * statSync(pathOf('new')).size);
    expect(names.filter((name) => existsSync(pathOf(name)))).toEqual(['new', 'old', 'needed']);
  });

  it('removes the old temporary files of killed builds, not those that may be in use', async () => {
    const path = await cache('a.avif', 'one');
    const [killed, writing] = ['0123456789ab', 'ba9876543210'].map((id) =>
      path.replace(/a\.avif\.entry$/u, `.a.avif.entry.${id}.tmp`),
    ) as [string, string];
    for (const file of [killed, writing]) writeFileSync(file, 'half');
    utimesSync(killed, 1000, 1000);
    await pruneCache(root, 'pictures', new Set());
    expect([path, killed, writing].map((file) => existsSync(file))).toEqual([true, false, true]);
  });

  it('can be pruned while other builds write and prune it', async () => {
    const path = await cache('a.avif', 'one');
    symlinkSync('gone', join(root, 'cache/pictures/.1-1'));
    await pruneCache(root, 'pictures', new Set(), 0);
    expect(existsSync(path)).toBe(false);
  });

  it('can be pruned at most once a day', async () => {
    await pruneOnceADay(root, 'pictures', new Set(), 0);
    const pruned = async () => {
      const path = await cache('a.avif', 'one');
      await pruneOnceADay(root, 'pictures', new Set(), 0);
      return !existsSync(path);
    };
    expect(await pruned()).toBe(true);
    expect(await pruned()).toBe(false);
    utimesSync(join(root, 'cache/pictures.pruned'), 1000, 1000);
    expect(await pruned()).toBe(true);
  });
});

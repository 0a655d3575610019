import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keptBytes, keptFile, pruneKeptFiles, pruneOnceADay } from '#content/kept-files.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kept-'));
  vi.stubEnv('CACHE_FOLDER', join(root, 'cache'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

const make = (text: string) => vi.fn(() => Promise.resolve(Buffer.from(text)));
const YEAR = 31_536_000;

describe('what the cache keeps by name', () => {
  it('is made once', async () => {
    const [first, second] = [make('one'), make('two')];
    expect(String(await keptBytes(root, 'pictures', 'a.avif', first))).toBe('one');
    expect(String(await keptBytes(root, 'pictures', 'a.avif', second))).toBe('one');
    expect(first).toHaveBeenCalledOnce();
    expect(second).not.toHaveBeenCalled();
  });

  it('leaves nothing when it cannot be made', async () => {
    await expect(keptFile(root, 'pictures', 'a.avif', () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
    expect(existsSync(join(root, 'cache/pictures/a.avif'))).toBe(false);
  });

  it('still tells when it was written after it was used: a killed build forgets what it wrote alone', async () => {
    const path = await keptFile(root, 'pictures', 'a.avif', make('one'));
    utimesSync(path, 1000, 1000);
    await keptFile(root, 'pictures', 'a.avif', make('one'));
    expect(statSync(path).mtimeMs).toBe(1_000_000);
    expect(statSync(path).atimeMs).toBeGreaterThan(1_000_000);
  });

  it('goes above a size, what was used the longest ago first, never what this build needs', async () => {
    const now = Date.now() / 1000;
    for (const [age, name] of ['new', 'old', 'older', 'needed'].entries()) {
      const path = await keptFile(root, 'pictures', name, make('12345'));
      utimesSync(path, now - age * YEAR, now);
    }
    await pruneKeptFiles(root, 'pictures', new Set(['needed']), 10);
    const left = ['new', 'old', 'older', 'needed'].filter((name) =>
      existsSync(join(root, 'cache/pictures', name)),
    );
    expect(left).toEqual(['new', 'old', 'needed']);
  });

  it('is looked through while other builds name their drafts and throw away', async () => {
    await keptFile(root, 'pictures', 'a.avif', make('one'));
    symlinkSync('gone', join(root, 'cache/pictures/.1-1'));
    await pruneKeptFiles(root, 'pictures', new Set(), 0);
    expect(existsSync(join(root, 'cache/pictures/a.avif'))).toBe(false);
  });

  it('is looked through once a day where it is thousands of files', async () => {
    await pruneOnceADay(root, 'pictures', new Set(), 0);
    const pruned = async () => {
      const path = await keptFile(root, 'pictures', 'a.avif', make('one'));
      await pruneOnceADay(root, 'pictures', new Set(), 0);
      return !existsSync(path);
    };
    expect(await pruned()).toBe(true);
    expect(await pruned()).toBe(false);
    utimesSync(join(root, 'cache/pictures.pruned'), 1000, 1000);
    expect(await pruned()).toBe(true);
  });
});

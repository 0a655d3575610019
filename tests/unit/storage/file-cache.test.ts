import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileCache } from '#storage/file-cache.ts';
import { DAMAGES } from '../content/damages.ts';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'file-cache-'))));
afterEach(() => rmSync(root, { recursive: true }));

describe('a file cache', () => {
  const file = () => join(root, 'cache', 'a.table');
  const open = (version = 'v1') => openFileCache<string[]>(file(), version);
  const fill = () => {
    const cache = open();
    cache.set('un', 's1', ['a']);
    cache.set('deux', 's2', ['b']);
    cache.saveUsed();
  };

  it('returns a value as long as its stamp is the same', () => {
    fill();
    const cache = open();
    expect(cache.get('un', 's1')).toEqual(['a']);
    expect(cache.get('un', 's2')).toBeUndefined();
    expect(cache.get('trois', 's1')).toBeUndefined();
  });

  it('returns all values, and the last value of a name, which counts as used', () => {
    fill();
    const cache = open();
    cache.set('trois', 's3', ['c']);
    expect(cache.all()).toEqual([['a'], ['b'], ['c']]);
    expect(cache.last('deux')).toEqual(['b']);
    expect(cache.last('quatre')).toBeUndefined();
    cache.saveUsed();
    expect(open().all()).toEqual([['c'], ['b']]);
  });

  it('is empty when its version has changed, and when its file is lost', () => {
    fill();
    expect(open('v2').get('un', 's1')).toBeUndefined();
    rmSync(file());
    expect(open().get('un', 's1')).toBeUndefined();
  });

  it.each(DAMAGES)('is empty when its file was %s', (_, damage) => {
    fill();
    damage(file());
    expect(open().all()).toEqual([]);
  });

  it.each([
    ['save', ['b']],
    ['saveUsed', undefined],
  ] as const)('writes by %s the entries that were not used, or prunes them', (save, expected) => {
    fill();
    const cache = open();
    cache.get('un', 's1');
    cache[save]();
    expect(open().get('deux', 's2')).toEqual(expected);
  });
});

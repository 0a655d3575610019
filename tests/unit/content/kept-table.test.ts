import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptFile, pruneKeptFiles } from '#content/kept-files.ts';
import { openTable } from '#content/kept-table.ts';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'kept-'))));
afterEach(() => rmSync(root, { recursive: true }));

describe('a kept table', () => {
  const file = () => join(root, 'cache', 'a.table');
  const filled = () => {
    const table = openTable<string[]>(file(), 'v1');
    table.keep('un', 's1', ['a']);
    table.keep('deux', 's2', ['b']);
    table.save('forget');
  };

  it('finds what was kept, as long as its stamp is the same', () => {
    filled();
    const table = openTable<string[]>(file(), 'v1');
    expect(table.find('un', 's1')).toEqual(['a']);
    expect(table.find('un', 's2')).toBeUndefined();
    expect(table.find('trois', 's1')).toBeUndefined();
  });

  it('tells all that was kept, and what was under a name for whatever stamp, which is then asked for', () => {
    filled();
    const table = openTable<string[]>(file(), 'v1');
    table.keep('trois', 's3', ['c']);
    expect(table.all()).toEqual([['a'], ['b'], ['c']]);
    expect(table.last('deux')).toEqual(['b']);
    expect(table.last('quatre')).toBeUndefined();
    table.save('forget');
    expect(openTable<string[]>(file(), 'v1').all()).toEqual([['b'], ['c']].toReversed());
  });

  it('is empty when what made it has changed, when it is spoilt, and when it is lost', () => {
    filled();
    expect(openTable(file(), 'v2').find('un', 's1')).toBeUndefined();
    writeFileSync(file(), 'spoilt');
    expect(openTable(file(), 'v1').find('un', 's1')).toBeUndefined();
    rmSync(file());
    expect(openTable(file(), 'v1').find('un', 's1')).toBeUndefined();
  });

  it('forgets what nobody asks for any more, when told to', () => {
    filled();
    for (const [rest, expected] of [
      ['keep', ['b']],
      ['forget', undefined],
    ] as const) {
      const table = openTable<string[]>(file(), 'v1');
      table.find('un', 's1');
      table.save(rest);
      expect(openTable<string[]>(file(), 'v1').find('deux', 's2')).toEqual(expected);
    }
  });
});

describe('kept files', () => {
  const bytes = (text: string) => () => Promise.resolve(new TextEncoder().encode(text));

  it('are made once for a name', async () => {
    let made = 0;
    const make = () => {
      made += 1;
      return bytes('x')();
    };
    const paths = [await keptFile(root, 'search', 'a', make), await keptFile(root, 'search', 'a', make)];
    expect([made, paths[0]]).toEqual([1, paths[1]]);
  });

  it('leave nothing under their name when they cannot be made', async () => {
    const broken = keptFile(root, 'search', 'a', () => Promise.reject(new Error('no')));
    await expect(broken).rejects.toThrow('no');
    expect(await keptFile(root, 'search', 'a', bytes('x'))).toContain('a');
  });

  it('give way from the one that was used the longest ago, never those of this build', async () => {
    const names = ['vieux', 'moyen', 'neuf', 'utile'];
    const paths = [];
    for (const name of names) paths.push(await keptFile(root, 'search', name, bytes('0123456789')));
    paths.forEach((path, age) => utimesSync(path, 1000 + (age % 3), 1000 + (age % 3)));
    await pruneKeptFiles(root, 'search', new Set(['utile']), 20);
    expect(readdirSync(join(root, 'node_modules/.astro/search')).sort()).toEqual(['moyen', 'neuf', 'utile']);
  });
});

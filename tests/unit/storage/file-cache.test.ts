import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTable } from '#storage/file-cache.ts';
import { DAMAGES } from '../content/damages.ts';

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

  it('is empty when what made it has changed, and when it is lost', () => {
    filled();
    expect(openTable(file(), 'v2').find('un', 's1')).toBeUndefined();
    rmSync(file());
    expect(openTable(file(), 'v1').find('un', 's1')).toBeUndefined();
  });

  it.each(DAMAGES)('is empty when its file was %s', (_, damage) => {
    filled();
    damage(file());
    expect(openTable(file(), 'v1').names()).toEqual([]);
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

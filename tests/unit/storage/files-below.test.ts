import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filesBelow } from '#storage/files-below.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
  mkdirSync(join(folder, 'a/b/empty'), { recursive: true });
  writeFileSync(join(folder, 'one.txt'), '');
  writeFileSync(join(folder, 'a/b/été.txt'), '');
  symlinkSync('one.txt', join(folder, 'a/link.txt'));
  symlinkSync('b', join(folder, 'a/linked'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each(['', '/'])(
  'lists files and links at any depth, follows no link, and leaves out folders (« %s »)',
  (end) => {
    expect(filesBelow(`${folder}${end}`).sort()).toEqual([
      'a/b/été.txt',
      'a/link.txt',
      'a/linked',
      'one.txt',
    ]);
  },
);

it('finds no file in a folder that does not exist', () => {
  expect(filesBelow(join(folder, 'nowhere'))).toEqual([]);
});

import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '#comments/store/database/open.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'database-file-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const modeOf = (path: string) => statSync(path).mode & 0o777;

it('a database file is private, and so is the folder that is made for it', async () => {
  const file = join(folder, 'data/comments.sqlite');
  const database = await openDatabase({ file });
  expect([modeOf(join(folder, 'data')), modeOf(file), modeOf(`${file}-wal`)]).toEqual([0o700, 0o600, 0o600]);
  await database.destroy();
});

it('a folder that exists keeps its permissions', async () => {
  chmodSync(folder, 0o755);
  const file = join(folder, 'comments.sqlite');
  const database = await openDatabase({ file });
  expect([modeOf(folder), modeOf(file)]).toEqual([0o755, 0o600]);
  await database.destroy();
});

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeSnapshot } from '#comments/snapshot/take.ts';
import { openDatabase } from '#comments/store/database/open.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { getComment } from '#comments/store/queries/comments.ts';
import { eraseComments } from '#comments/store/queries/erasure.ts';
import { listJournal } from '#comments/store/queries/journal.ts';
import { backUp, backupPath, removeOldBackups, restore } from '#comments/transfer/backups.ts';
import { describeStores } from '../../../stores.ts';
import { ada, addComment, addReportOf, DAY, idOf, later, NOW, publish } from '../store/stored.ts';

describeStores('a backup', (kind) => {
  let folder: string;
  let file: string;
  let db: Database;
  let other: Database;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'backups-'));
    file = backupPath(folder, NOW);
    db = await openDatabase(await kind.create());
    // The backup of one kind of store is restored in the other kind.
    other = await openDatabase({ file: join(folder, 'other/comments.sqlite') });
    await publish(db, [1, 2]);
    await addComment(db, 3, { email: 'ada@exemple.fr', emailHash: 'a1', text: 'Une ligne.\n« Une autre »' });
    await addReportOf(db, 4, 1);
  });
  afterEach(async () => {
    await db.destroy();
    await other.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  const keep = { replaces: false, now: NOW };

  it('restores everything in an empty store, of either kind, in a private file', async () => {
    const rows = await backUp(db, file, NOW);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'backups'))).toEqual(['comments-2026-11-24T09-00-00Z.jsonl']);
    expect(await restore(other, file, keep)).toBe(rows);
    expect(await takeSnapshot(other)).toEqual(await takeSnapshot(db));
    expect(await getComment(other, idOf(3))).toEqual(await getComment(db, idOf(3)));
    expect(await listJournal(other, { size: 9 })).toEqual(await listJournal(db, { size: 9 }));
    // Then it is restored in the first kind again.
    await backUp(other, file, NOW);
    const copy = await openDatabase(await kind.create());
    await restore(copy, file, keep);
    expect(await takeSnapshot(copy)).toEqual(await takeSnapshot(db));
    await copy.destroy();
  });

  it('replaces comments only on demand, and brings none back that was erased since', async () => {
    await backUp(db, file, NOW);
    await publish(db, [5, 6]);
    await eraseComments(db, [idOf(1), idOf(6)], ada);
    await expect(restore(db, file, keep)).rejects.toThrow('--remplacer');
    expect(await getComment(db, idOf(5))).not.toBeNull();
    await restore(db, file, { ...keep, replaces: true });
    expect((await takeSnapshot(db)).comments.map(({ id }) => id)).toEqual([idOf(2)]);
  });

  it('that is cut, altered or newer changes nothing', async () => {
    await backUp(db, file, NOW);
    const text = readFileSync(file, 'utf8');
    const lines = text.trimEnd().split('\n');
    const newer = [
      ...lines.slice(0, -1),
      '{"table":"next","row":{"id":"a"}}',
      `{"rows":${lines.length - 1}}`,
    ];
    const column = text.replace('"staff":0', '"staffed":0');
    for (const damaged of [
      '',
      text.slice(0, -20),
      text.replace(lines[3] ?? '', ''),
      newer.join('\n'),
      column,
    ]) {
      writeFileSync(file, damaged);
      await expect(restore(db, file, { ...keep, replaces: true })).rejects.toThrow();
      expect((await takeSnapshot(db)).comments).toHaveLength(2);
    }
  });

  it('is removed when what it holds is to be erased, and no other file', async () => {
    mkdirSync(join(folder, 'backups'));
    for (const name of [
      backupPath('', later(-30 * DAY)),
      backupPath('', later(-29 * DAY)),
      'backups/own.jsonl',
    ])
      writeFileSync(join(folder, name), '');
    await removeOldBackups(folder, 30, NOW);
    expect(readdirSync(join(folder, 'backups'))).toEqual([
      'comments-2026-10-26T09-00-00Z.jsonl',
      'own.jsonl',
    ]);
  });
});

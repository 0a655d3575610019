import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeSnapshot } from '#comments/snapshot/format.ts';
import { takeSnapshot } from '#comments/snapshot/take.ts';
import { openDatabase } from '#comments/store/database/open.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { eraseComments, eraseWriter } from '#comments/store/queries/erasure.ts';
import { importComments, readImport } from '#comments/transfer/import-comments.ts';
import { readOldFiles } from '#comments/transfer/old-files.ts';
import { describeStores } from '../../../stores.ts';
import { ada, idOf, NOW, publish } from '../store/stored.ts';

describeStores('an import', (kind) => {
  let root: string;
  let db: Database;
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'imports-'));
    db = await openDatabase(await kind.create());
  });
  afterEach(async () => {
    await db.destroy();
    rmSync(root, { recursive: true, force: true });
  });

  function write(path: string, text: string): string {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }
  const add = async (file: string) => importComments(db, await readImport(file), NOW);
  const snapshot = async () => (await takeSnapshot(db)).comments;

  const FOREIGN = {
    version: 1,
    comments: [
      { id: '7', article: 'velo', name: 'Ada', date: '2020-02-03T10:00:00+01:00', text: 'Bonjour.' },
      { id: '8', article: 'velo', name: 'Hedy', date: '2020-02-03T11:00:00Z', text: 'Oui.', replyTo: '7' },
      { id: '7', article: 'train', name: 'Ida', date: '2020-02-04T10:00:00Z', text: 'Non.', staff: true },
    ],
  };

  it('adds the threads of another system, each comment once', async () => {
    const file = write('others.json', JSON.stringify(FOREIGN));
    expect(await add(file)).toEqual({ added: 3, skipped: 0, articles: ['velo', 'train'] });
    const [ida, first, second] = await snapshot();
    expect(first).toMatchObject({ name: 'Ada', date: new Date('2020-02-03T09:00:00Z') });
    expect(first?.id).toMatch(/^2020-02-03-[0-9a-f]{8}$/u);
    expect(second?.replyTo).toBe(first?.id);
    expect(ida).toMatchObject({ article: 'train', staff: true });
    expect(await add(file)).toMatchObject({ added: 0, skipped: 3 });
    await eraseComments(db, [ida?.id ?? ''], ada);
    expect(await add(file)).toMatchObject({ added: 0, skipped: 3 });
  });

  it('takes an export of this magazine, with the same comments as a result', async () => {
    await publish(db, [1]);
    await publish(db, [2], { replyTo: idOf(1), site: 'https://exemple.fr/' });
    const text = writeSnapshot(await takeSnapshot(db));
    const copy = await openDatabase(await kind.create());
    await importComments(copy, await readImport(write('own.json', text)), NOW);
    expect(writeSnapshot(await takeSnapshot(copy))).toBe(text);
    await copy.destroy();
  });

  it.each([
    ['an e-mail address', { email: 'ada@exemple.fr' }, 'email'],
    ['no text', { text: ' ' }, 'comments.0.text'],
    ['a date that is none', { date: 'hier' }, 'comments.0.date'],
  ])('refuses a comment with %s, and adds nothing', async (_, field, place) => {
    const [first, ...rest] = FOREIGN.comments;
    const file = write(
      'wrong.json',
      JSON.stringify({ version: 1, comments: [{ ...first, ...field }, ...rest] }),
    );
    await expect(add(file)).rejects.toThrow(place);
    expect(await snapshot()).toEqual([]);
  });

  it('takes the files of earlier versions, with the digests of their writers', async () => {
    const comment = 'name: Ada\ndate: 2026-11-24 10:12\ntext: |\n  Bonjour.\n';
    const first = '2026-11-24-1a2b3c4d';
    write(`content/comments/velo/${first}.yaml`, comment);
    write('content/comments/velo/2026-11-24-ffff0000.yaml', `${comment}replyTo: ${first}\nstaff: true\n`);
    write(`data/accepted/${first}.yaml`, `id: ${first}\narticle: velo\nemailHash: a1a1\n`);
    await importComments(db, await readOldFiles(root, join(root, 'data')), NOW);
    expect(await snapshot()).toMatchObject([
      { id: first, article: 'velo', name: 'Ada', date: new Date('2026-11-24T09:12:00Z'), staff: false },
      { replyTo: first, staff: true },
    ]);
    expect(await eraseWriter(db, { email: 'ada@exemple.fr', hash: 'a1a1' }, ada)).toEqual([first]);
    write('content/comments/velo/2026-11-24-00000000.yaml', 'name: [');
    await expect(readOldFiles(root, join(root, 'data'))).rejects.toThrow('00000000.yaml');
  });
});

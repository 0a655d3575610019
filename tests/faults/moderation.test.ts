import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPendingComment, addReport, type NewComment } from '#comments/store/queries/submissions.ts';
import { hashEmail } from '#comments/store/hashes.ts';
import { ARTICLE, type Project, createProject, keys, moderate } from './service.ts';

const FIRST = '2026-11-21-00000001';
const SECOND = '2026-11-22-00000002';
const THIRD = '2026-11-23-00000003';
const DATE = new Date('2026-11-21T09:05:00.000Z');

let project: Project;
let nonces = 0;
const newToken = () => ({ nonce: String((nonces += 1)), expiresAt: new Date() });
async function add(id: string, more: Partial<NewComment> = {}): Promise<void> {
  const email = more.email ?? 'Ada@exemple.fr';
  const comment = { id, article: ARTICLE, name: 'Ada', text: 'Merci.\n\nEt encore.', date: DATE, ...more };
  await addPendingComment(
    await project.db(),
    { ...comment, email, emailHash: hashEmail(keys, email) },
    newToken(),
  );
}
const report = async (id: string, comment: string) =>
  addReport(
    await project.db(),
    { id, article: ARTICLE, comment, reason: 'publicite', date: DATE },
    newToken(),
  );

beforeEach(async () => {
  project = createProject();
  await add(FIRST);
});
afterEach(() => project.remove());

const run = (...args: string[]) => moderate(project, args);
const idsOf = async (state: Parameters<Project['comments']>[0]) =>
  (await project.comments(state)).map(({ id }) => id);

describe('an editor', () => {
  it('lists and reads pending comments', async () => {
    const { output } = await run('list');
    expect(output).toContain(FIRST);
    expect(JSON.parse((await run('list', '--json')).output)).toMatchObject([{ id: FIRST, kind: 'comment' }]);
    const read = await run('read', FIRST);
    expect(read.output).toContain('Ada@exemple.fr');
    expect(read.output).toContain('  │ Et encore.');
  });

  it('accepts, withdraws and undoes, each once', async () => {
    expect((await run('accept', FIRST)).code).toBe(0);
    expect(await idsOf('approved')).toEqual([FIRST]);
    expect(await run('accept', FIRST)).toMatchObject({
      code: 1,
      output: expect.stringContaining('déjà') as string,
    });
    expect((await run('undo', FIRST)).code).toBe(0);
    expect(await idsOf('pending')).toEqual([FIRST]);
    await run('accept', FIRST);
    expect((await run('withdraw', FIRST)).code).toBe(0);
    expect(await idsOf('withdrawn')).toEqual([FIRST]);
  });

  it('replies in the name of the magazine', async () => {
    expect((await run('reply', SECOND, '--text', 'Merci à vous.')).code).toBe(1);
    expect((await run('reply', FIRST, '--text', 'Merci à vous.')).code).toBe(0);
    const reply = { name: 'Innovations', replyTo: FIRST, staff: true, text: 'Merci à vous.' };
    expect((await project.comments('approved')).at(-1)).toMatchObject(reply);
  });

  it('rejects, and later the comment is erased by any command', async () => {
    expect((await run('reject', FIRST)).code).toBe(0);
    expect(await idsOf('rejected')).toEqual([FIRST]);
    const db = await project.db();
    const monthAgo = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000).toISOString();
    await db.updateTable('comments').set({ decided_at: monthAgo }).where('id', '=', FIRST).execute();
    await run('list');
    expect(await idsOf('rejected')).toEqual([]);
  });

  it('erases all comments of one address, and no other, or some by name', async () => {
    await add(SECOND, { email: 'autre@exemple.fr', replyTo: FIRST });
    await add(THIRD, { email: 'ada@EXEMPLE.fr' });
    await run('accept', FIRST, SECOND);
    expect((await run('erase', '--email', ' ada@exemple.fr')).output).toContain(
      '2\u00A0commentaires effacés',
    );
    expect([await idsOf('pending'), await idsOf('approved')]).toEqual([[], [SECOND]]);
    // The first comment has a reply, so its record remains, without its data.
    expect(await project.comments('erased')).toMatchObject([{ id: FIRST, name: '', text: '', email: null }]);
    expect((await run('erase', SECOND)).code).toBe(0);
    expect([await idsOf('approved'), await idsOf('erased')]).toEqual([[], []]);
  });

  it('accepts a report, or dismisses it', async () => {
    await run('accept', FIRST);
    await report(SECOND, FIRST);
    await report(THIRD, FIRST);
    expect((await run('list')).output).toContain('Publicité');
    expect((await run('reject', SECOND)).code).toBe(0);
    expect(await idsOf('approved')).toEqual([FIRST]);
    expect((await run('accept', THIRD)).code).toBe(0);
    expect(await idsOf('withdrawn')).toEqual([FIRST]);
    expect((await run('accept', THIRD)).code).toBe(1);
  });

  it('exports, backs up, erases, restores and imports', async () => {
    await add(SECOND);
    await run('accept', FIRST, SECOND);
    const file = join(project.root, 'sauvegarde.jsonl');
    expect((await run('sauvegarder', file)).code).toBe(0);
    expect((await run('exporter', 'published.json')).code).toBe(0);
    expect((await run('effacer', FIRST)).output).toContain('dans les sauvegardes');
    expect((await run('restaurer', file)).code).toBe(1);
    expect((await run('restaurer', file, '--remplacer')).code).toBe(0);
    expect((await run('importer', 'published.json')).output).toContain(ARTICLE);
    expect(await idsOf('approved')).toEqual([SECOND]);
    expect(readFileSync(join(project.root, 'published.json'), 'utf8')).toContain(FIRST);
    expect((await run('sauvegarder')).code).toBe(0);
    expect(existsSync(join(project.data, 'backups'))).toBe(true);
    writeFileSync(join(project.root, 'wrong.json'), '[]');
    expect((await run('importer', 'wrong.json')).code).toBe(1);
  });

  it('gets a message and an exit code for what cannot be done', async () => {
    expect(await run('accept', SECOND)).toMatchObject({ code: 1 });
    expect(await run('accept', '../../content/site')).toMatchObject({ code: 1 });
    expect(await run('read', '../secret')).toMatchObject({ code: 1 });
    expect(await run('dance')).toMatchObject({
      code: 2,
      output: expect.stringContaining('npm run comments') as string,
    });
  });
});

describe('the terminal', () => {
  const ESCAPE = '\u001B';
  const hostile = `Avant${ESCAPE}[2J${ESCAPE}]0;titre\u0007${ESCAPE}]8;;https://faux.example${ESCAPE}\\lien\u009B31m\u202Eadrof\u2066\u200F\u0008\r\nid : accepté`;

  it('runs no control sequence of a reader', async () => {
    // The comment is added to the store directly, because the service normalizes texts.
    await add(SECOND, { name: `${ESCAPE}[2JAda\u202E\u009B31m`, text: hostile });
    for (const args of [['list'], ['list', '--json'], ['read', SECOND]]) {
      const { output } = await run(...args);
      expect(output).toContain('Ada');
      expect(output).toContain('Avant');
      expect(output).not.toMatch(
        /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/u,
      );
      expect(output).not.toMatch(/^id : accepté/mu);
    }
  });

  it('shows comments where nothing can be written, and decides nothing', async () => {
    await (await project.db()).destroy();
    // SQLite needs this file to write, and cannot create it because a folder has its name.
    mkdirSync(join(project.data, 'comments.sqlite-shm'));
    const { code, output } = await run('list');
    expect([code, output]).toEqual([0, expect.stringContaining(FIRST)]);
    expect((await run('read', FIRST)).output).toContain('Et encore.');
    expect((await run('accept', FIRST)).code).toBe(1);
  });

  it('reports a damaged store, with the remedy', async () => {
    await project.remove();
    project = createProject();
    await run('list');
    writeFileSync(join(project.data, 'comments.sqlite'), 'no database '.repeat(1_000));
    expect(await run('list')).toMatchObject({
      code: 1,
      output: expect.stringContaining('est abîmé') as string,
    });
  });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Kind, type Pending, type Records, toYaml } from '#comments/store/records.ts';
import { ARTICLE, type Project, createProject, moderate } from './service.ts';

const FIRST = '2026-11-21-00000001';
const SECOND = '2026-11-22-00000002';
const FOLDER = `content/comments/${ARTICLE}`;

const pending = (id: string, more: Partial<Pending> = {}): Pending => ({
  id,
  article: ARTICLE,
  replyTo: undefined,
  name: 'Ada',
  email: 'Ada@exemple.fr',
  site: undefined,
  text: 'Merci.\n\nEt encore.',
  date: '2026-11-21T09:05:00.000Z',
  ...more,
});

let project: Project;
beforeEach(() => {
  project = createProject();
  keep('pending', pending(FIRST));
});
afterEach(() => project.remove());

function keep<K extends Kind>(kind: K, record: Records[K]): void {
  const folder = join(project.data, kind);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${record.id}.yaml`), toYaml(record));
}
const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
const published = (id: string) => readFileSync(join(project.root, FOLDER, `${id}.yaml`), 'utf8');
const run = (...args: string[]) => moderate(project, args);

describe('an editor', () => {
  it('lists and reads pending comments', async () => {
    const { output } = await run('list');
    expect(output).toContain(FIRST);
    expect(JSON.parse((await run('list', '--json')).output)).toMatchObject([{ id: FIRST, kind: 'comment' }]);
    const read = await run('read', FIRST);
    expect(read.output).toContain('Ada@exemple.fr');
    expect(read.output).toContain('  │ Et encore.');
  });

  it('accepts: the site gets a file without e-mail, in Paris time, once', async () => {
    expect((await run('accept', FIRST)).code).toBe(0);
    expect(published(FIRST)).toBe('name: Ada\ndate: 2026-11-21 10:05\ntext: |-\n  Merci.\n\n  Et encore.\n');
    expect(project.records('pending')).toEqual([]);
    expect(project.records('accepted')[0]).toMatchObject({ id: FIRST, article: ARTICLE });
    expect((await run('accept', FIRST)).output).toContain('déjà');
  });

  it('replies in the name of the magazine', async () => {
    expect((await run('reply', FIRST, '--text', 'Merci à vous.')).code).toBe(1);
    await run('accept', FIRST);
    expect((await run('reply', FIRST, '--text', 'Merci à vous.')).code).toBe(0);
    const name = project.names(FOLDER).find((file) => file !== `${FIRST}.yaml`) ?? '';
    expect(parse(readFileSync(join(project.root, FOLDER, name), 'utf8'))).toMatchObject({
      name: 'Innovations',
      replyTo: FIRST,
      staff: true,
      text: 'Merci à vous.',
    });
  });

  it('rejects: the comment is stored for some days, then erased', async () => {
    expect((await run('reject', FIRST)).code).toBe(0);
    expect(project.records('rejected')).toHaveLength(1);
    const day = 24 * 60 * 60 * 1000;
    const since = (days: number) => new Date(Date.now() - days * day).toISOString();
    keep('rejected', { ...pending(FIRST), rejectedAt: since(29) });
    keep('rejected', { ...pending(SECOND), rejectedAt: since(31) });
    await run('list');
    expect(project.records('rejected').map(({ id }) => id)).toEqual([FIRST]);
  });

  it('erases all comments of one address, and no other', async () => {
    keep('pending', pending(SECOND, { email: 'autre@exemple.fr', replyTo: FIRST }));
    keep('pending', pending('2026-11-23-00000003', { email: ' ada@EXEMPLE.fr' }));
    keep('rejected', { ...pending('2026-11-23-00000004'), rejectedAt: new Date().toISOString() });
    await run('accept', FIRST, SECOND);
    expect((await run('erase', '--email', 'ada@exemple.fr')).code).toBe(0);
    expect([project.records('pending'), project.records('rejected')]).toEqual([[], []]);
    expect(project.records('accepted').map(({ id }) => id)).toEqual([SECOND]);
    // It has a reply, so a notice replaces it.
    expect(published(FIRST)).not.toContain('Merci');
    expect(published(FIRST)).toContain('Commentaire effacé');
    expect(published(SECOND)).toContain(`replyTo: ${FIRST}`);
    expect((await run('erase', '--email', 'autre@exemple.fr')).code).toBe(0);
    expect(project.names(FOLDER)).toEqual([`${FIRST}.yaml`]);
  });

  it('accepts a report, or dismisses it', async () => {
    await run('accept', FIRST);
    const report = (id: string) =>
      ({
        id,
        article: ARTICLE,
        comment: FIRST,
        reason: 'publicite',
        date: '2026-11-22T09:00:00.000Z',
      }) as const;
    keep('reports', { ...report(SECOND), text: undefined });
    keep('reports', { ...report('2026-11-22-00000005'), text: 'Voyez.' });
    expect((await run('list')).output).toContain('Publicité');
    await run('reject', SECOND);
    expect(project.names(FOLDER)).toEqual([`${FIRST}.yaml`]);
    await run('accept', '2026-11-22-00000005');
    expect(project.names(FOLDER)).toEqual([]);
    expect([project.records('reports'), project.records('accepted')]).toEqual([[], []]);
    expect(project.records('rejected')).toMatchObject([{ id: FIRST, name: 'Ada' }]);
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
    // Only a hand-written file can hold this: the service normalizes texts.
    const quoted = JSON.stringify(hostile).replace(/[\u007F-\uFFFF]/gu, escaped);
    const lines = [
      `id: ${SECOND}`,
      `article: ${ARTICLE}`,
      'name: "\\e[2JAda\\u202E\\u009B31m"',
      `text: ${quoted}`,
    ];
    const file = join(project.data, 'pending', `${SECOND}.yaml`);
    writeFileSync(file, [...lines, 'date: 2026-11-22T09:05:00.000Z', ''].join('\n'));
    for (const args of [['list'], ['list', '--json'], ['read', SECOND]]) {
      const { output } = await run(...args);
      expect(output).toContain('[2JAda31m');
      expect(output).toContain('Avant');
      expect(output).not.toMatch(
        /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/u,
      );
      expect(output).not.toMatch(/^id : accepté/mu);
    }
    expect((await run('accept', SECOND)).code).toBe(0);
    expect(published(SECOND)).not.toContain(ESCAPE);
  });

  it('lists damaged files, goes on, and removes them on demand', async () => {
    const folder = join(project.data, 'pending');
    writeFileSync(join(folder, `${SECOND}.yaml`), 'name: [');
    writeFileSync(join(folder, `a${ESCAPE}[2J'b.yaml`), '');
    mkdirSync(join(folder, 'folder.yaml'));
    execFileSync('mkfifo', [join(folder, '2026-11-23-00000003.yaml')]);
    const { code, output } = await run('list');
    expect(code).toBe(0);
    expect(output).not.toContain(ESCAPE);
    expect(output).toContain(FIRST);
    expect((await run('accept', SECOND)).output).toContain(`supprimer 'pending/${SECOND}.yaml'`);
    expect((await run('discard', `pending/${FIRST}.yaml`)).code).toBe(1);
    const names = ["a\\u001b[2J'b.yaml", 'folder.yaml', '2026-11-23-00000003.yaml', `${SECOND}.yaml`];
    for (const name of names) expect(output).toContain(`pending/${name}`);
    expect((await run('discard', ...names.map((name) => `pending/${name}`))).code).toBe(0);
    expect(project.names('data/comments/pending')).toEqual([`${FIRST}.yaml`]);
  });
});

it('completes the decisions of killed processes, and removes their temporary files', async () => {
  const leftover = join(project.data, 'pending', `.${SECOND}.yaml.0123456789ab.tmp`);
  writeFileSync(leftover, 'name: A');
  utimesSync(leftover, new Date(0), new Date(0));
  mkdirSync(join(project.root, FOLDER), { recursive: true });
  writeFileSync(
    join(project.root, FOLDER, `${FIRST}.yaml`),
    'name: Ada\ndate: 2026-11-21 10:05\ntext: Merci.\n',
  );
  keep('pending', pending(SECOND));
  keep('rejected', { ...pending(SECOND), rejectedAt: new Date().toISOString() });
  expect((await run('list')).output).toContain('Ni commentaire ni signalement');
  expect(project.names('data/comments/pending')).toEqual([]);
  expect(project.records('accepted')).toMatchObject([{ id: FIRST }]);
});

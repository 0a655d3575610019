import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkComments } from '#content/checks/comments.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'commentaires-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const GOOD = 'name: Ada\ndate: 2026-11-24 10:12\ntext: |\n  Bonjour.\n';
function write(path: string, text: string) {
  const file = join(root, 'content/comments', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
const said = async () =>
  checkComments(root, ['velo']).map(({ file, line, message }) => `${file}:${line} ${message}`);

describe('accepted comments', () => {
  it('may be none', async () => {
    expect(await said()).toEqual([]);
  });

  it('are right under an article, answering one another', async () => {
    write('velo/2026-11-24-1a2b3c4d.yaml', GOOD);
    write('velo/2026-11-24-ffff0000.yaml', `${GOOD}replyTo: 2026-11-24-1a2b3c4d\n`);
    expect(await said()).toEqual([]);
  });

  it('stand under an article that exists', async () => {
    write('velos/2026-11-24-1a2b3c4d.yaml', GOOD);
    expect(await said()).toEqual([
      expect.stringMatching(
        /^content\/comments\/velos\/2026-11-24-1a2b3c4d\.yaml:1 L’article « velos » n’existe pas/u,
      ),
    ]);
  });

  it('follow an article whose folder was renamed', async () => {
    write('velos/2026-11-24-1a2b3c4d.yaml', GOOD);
    const path = join(root, 'content/articles/velo');
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'index.mdx'), '---\naliases:\n  - /articles/velos/\n---\n');
    const [problem] = await checkComments(root, ['velo']);
    expect(problem?.remedy).toBe(
      'Il s’appelle « velo » maintenant : renommez aussi « content/comments/velos »',
    );
  });

  it('answer a comment that is there, and not themselves', async () => {
    write('velo/2026-11-24-1a2b3c4d.yaml', `${GOOD}replyTo: 2026-11-24-00000000\n`);
    write('velo/2026-11-24-ffff0000.yaml', `${GOOD}replyTo: 2026-11-24-ffff0000\n`);
    expect(await said()).toEqual([
      expect.stringContaining('1a2b3c4d.yaml:5 Le commentaire « 2026-11-24-00000000 » n’existe pas'),
      expect.stringContaining('ffff0000.yaml:5 Le commentaire « 2026-11-24-ffff0000 » n’existe pas'),
    ]);
  });

  it('keep the name they were given, and no e-mail address', async () => {
    write('velo/premier.yaml', `${GOOD}email: a@ex.fr\n`);
    expect(await said()).toEqual([
      expect.stringContaining('premier.yaml:5 Le champ « email » n’existe pas'),
      expect.stringContaining('« premier » n’est pas un nom de commentaire'),
    ]);
  });

  it('say who wrote what, when', async () => {
    write('velo/2026-11-24-1a2b3c4d.yaml', 'date: hier\n');
    expect(await said()).toEqual([
      expect.stringContaining('Le champ « name » manque'),
      expect.stringContaining('Le champ « date » n’est pas valide'),
      expect.stringContaining('Le champ « text » manque'),
    ]);
  });
});

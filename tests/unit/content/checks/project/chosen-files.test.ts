import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changedFiles, chooseFiles, isChosen } from '#content/checks/project/chosen-files.ts';
import { article, folderOf, page } from '../../../cli/project.ts';

const documents = [article('', {}, 'un-essai'), article('', {}, 'un-essai-bis'), page('')];
const chosen = (...names: string[]) => chooseFiles(process.cwd(), documents, names);
const FILE = 'content/articles/un-essai/index.mdx';

describe('a name or a path given to the check', () => {
  it.each(['un-essai', FILE, 'content/articles/un-essai', 'content/articles/un-essai/', `./${FILE}`])(
    'keeps that article alone: %s',
    (name) => {
      const found = chosen(name);
      expect('paths' in found).toBe(true);
      const paths = 'paths' in found ? found.paths : [];
      expect([isChosen(FILE, paths), isChosen('content/articles/un-essai-bis/index.mdx', paths)]).toEqual([
        true,
        false,
      ]);
    },
  );

  it('may be a page, a list, or several', () => {
    expect(chosen('contact', 'content/tags.yaml')).toEqual({
      paths: ['content/pages/contact.mdx', 'content/tags.yaml'],
    });
  });

  it('that nothing has is told, with the nearest', () => {
    expect(chosen('un-esai')).toEqual({ unknown: 'un-esai', meant: 'un-essai' });
    expect(chosen('content/articles/un-esai')).toMatchObject({ meant: 'un-essai' });
  });
});

it('knows what has changed since a commit, new files included', () => {
  const root = folderOf({ 'content/articles/a/index.mdx': 'a', 'content/articles/b/index.mdx': 'b' });
  const git = (...options: string[]) =>
    execFileSync('git', ['-c', 'user.name=E', '-c', 'user.email=e@exemple.fr', ...options], { cwd: root });
  git('init', '-q');
  git('add', '-A');
  git('-c', 'commit.gpgsign=false', 'commit', '-qm', 'x');
  expect(changedFiles(root, 'HEAD')).toEqual([]);
  writeFileSync(join(root, 'content/articles/b/index.mdx'), 'c');
  writeFileSync(join(root, 'content/tags.yaml'), 'x');
  expect(changedFiles(root, 'HEAD')).toEqual(['content/articles/b/', 'content/tags.yaml']);
  expect(changedFiles(root, 'inconnu')).toBeNull();
  rmSync(root, { recursive: true });
});

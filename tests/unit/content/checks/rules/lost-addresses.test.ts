import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readProject } from '#content/checks/project/project.ts';
import { rule } from '#content/checks/rules/lost-addresses.ts';
import { articleText, folderOf, said } from '../../../cli/project.ts';

const FOLDER = 'content/articles';
const BODY = 'Un texte assez long pour que Git le reconnaisse sous un autre nom.\n'.repeat(5);
let root = '';

const git = (...options: string[]) =>
  execFileSync(
    'git',
    ['-c', 'user.name=E', '-c', 'user.email=e@exemple.fr', '-c', 'commit.gpgsign=false', ...options],
    {
      cwd: root,
      stdio: 'pipe',
    },
  );
const commit = () => {
  git('add', '-A');
  git('commit', '-qm', 'x');
};
const rename = (from: string, to: string) => renameSync(join(root, FOLDER, from), join(root, FOLDER, to));
const found = () => said(rule, readProject(root, { external: false, now: new Date() }));
const write = (slug: string, fields = {}) =>
  writeFileSync(join(root, FOLDER, slug, 'index.mdx'), articleText(BODY, fields));

beforeEach(() => {
  root = folderOf({ [`${FOLDER}/avant/index.mdx`]: articleText(BODY) });
  git('init', '-q');
  commit();
});
afterEach(() => rmSync(root, { recursive: true }));

const LOST = expect.stringMatching(
  /L’ancienne adresse « \/articles\/avant\/ » ne mène plus à rien$/u,
) as string;

it('is told before a folder’s new name is in the history, and after', async () => {
  expect(await found()).toEqual([]);
  rename('avant', 'apres');
  expect(await found()).toEqual([LOST]);
  commit();
  expect(await found()).toEqual([LOST]);
  rename('apres', 'enfin');
  commit();
  expect(await found()).toEqual([LOST, expect.stringContaining('/articles/apres/')]);
});

it('is none where the article keeps it, or readers never saw it', async () => {
  rename('avant', 'apres');
  write('apres', { aliases: '\n  - /articles/avant/' });
  commit();
  expect(await found()).toEqual([]);
});

it('is none of a draft', async () => {
  write('avant', { draft: 'true' });
  commit();
  rename('avant', 'apres');
  commit();
  write('apres');
  commit();
  expect(await found()).toEqual([]);
});

describe('a word of the addresses that changes', () => {
  const site = (addresses: string) => writeFileSync(join(root, 'content/site.yaml'), addresses);
  const words = (article: string, more = '') =>
    site(`name: Revue\naddresses:\n  article: ${article}\n${more}`);
  const gone = (word: string) =>
    `3:12 Les adresses en « /${word}/ » ne mènent plus à rien : 1 page a changé d’adresse`;

  it('is told with each word that readers knew, before the change is in the history, and after', async () => {
    site('name: Revue\n');
    commit();
    expect(await found()).toEqual([]);
    words('recits');
    expect(await found()).toEqual([gone('articles')]);
    commit();
    expect(await found()).toEqual([gone('articles')]);
    words('histoires');
    commit();
    expect(await found()).toEqual([gone('recits'), gone('articles')]);
  });

  it('is told no more when the old word is kept', async () => {
    site('name: Revue\n');
    commit();
    words('recits', '  aliases:\n    article: [articles]\n');
    expect(await found()).toEqual([]);
    commit();
    expect(await found()).toEqual([]);
  });

  it('is no matter for a magazine that has none of the articles of that time', async () => {
    site('name: Revue\n');
    commit();
    rmSync(join(root, FOLDER, 'avant'), { recursive: true });
    mkdirSync(join(root, FOLDER, 'autre'));
    write('autre', { title: 'Tout autre chose' });
    words('recits');
    expect(await found()).toEqual([]);
  });
});

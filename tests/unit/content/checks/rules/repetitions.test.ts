import { rmSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { repetitions as rule } from '#content/checks/rules/duplicates.ts';
import { article, folderOf, project, said } from '../../../cli/project.ts';

let root = '';
afterEach(() => root && rmSync(root, { recursive: true, force: true }));

const lists = {
  categoryPaths: new Map(),
  tagSlugs: new Map([
    ['vélo', 'velo'],
    ['vélos', 'velo'],
  ]),
  pages: new Set<string>(),
  pageRoles: new Map(),
  pageUpdates: new Map(),
};

it('names what an article says twice, a variant of a tag included', async () => {
  const twice = article('Texte.', { tags: '\n  - vélo\n  - vélos', authors: '\n  - moi\n  - moi' });
  const found = await said(rule, project([twice], { lists }));
  expect(found).toEqual([
    expect.stringMatching(/^\d+:5 « vélos » et « vélo », à la ligne \d+, désignent la même chose$/u),
    expect.stringMatching(/^\d+:5 « moi » est déjà nommé à la ligne \d+$/u),
  ]);
});

it('names what the front page and the settings say twice', async () => {
  root = folderOf({
    'content/front-page.yaml': 'lead: un\nseconds:\n  - deux\n  - un\nsections:\n  - ia\n  - ia\n',
    'content/site.yaml': 'follow:\n  networks:\n    - network: x\n    - network: x\nnavigation: []\n',
  });
  expect(await said(rule, project([], { root }))).toEqual([
    '4:5 « un » est déjà nommé à la ligne 1',
    '7:5 « ia » est déjà nommé à la ligne 6',
    '4:16 « x » est déjà nommé à la ligne 3',
  ]);
});

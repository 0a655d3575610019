import { expect, it } from 'vitest';
import { readProject } from '#content/checks/project/project.ts';
import { rule } from '#content/checks/rules/encoding.ts';
import { articleText, folderOf, said } from '../../../cli/project.ts';

it('refuses a file that is not UTF-8, at its first unreadable sign', async () => {
  const root = folderOf({
    'content/articles/vieux/index.mdx': Buffer.from(articleText('Cafe, café.'), 'latin1'),
    'content/articles/bon/index.mdx': articleText('Café.'),
  });
  const found = readProject(root, { external: false, now: new Date() });
  expect(await said(rule, found)).toEqual(['3:18 Ce fichier n’est pas en UTF-8']);
});

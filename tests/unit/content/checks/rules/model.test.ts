import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rule } from '#content/checks/rules/model.ts';
import { folderOf, project, said } from '../../../cli/project.ts';

it('says what the build would refuse, with the spaces of a French sentence', async () => {
  const root = folderOf({ 'content/site.yaml': readFileSync('content/site.yaml') });
  const problems = await rule.check(project([], { root }));
  expect(problems.map(({ file, message }) => [file, message])).toEqual([
    ['content/articles/', 'Ce dossier manque'],
    ['content/authors/', 'Ce dossier manque'],
    ['content/categories/', 'Ce dossier manque'],
    ['content/front-page.yaml', 'Ce fichier manque'],
    ['content/tags.yaml', 'Ce fichier manque'],
  ]);
  expect(problems[4]?.remedy).toContain('Remettez-le\u00A0: ');
});

it('accepts the present content', async () => {
  expect(await said(rule, project([], { root: process.cwd() }))).toEqual([]);
});

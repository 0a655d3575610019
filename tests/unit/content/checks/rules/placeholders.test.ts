import { expect, it } from 'vitest';
import { rule } from '#content/checks/rules/placeholders.ts';
import { folderOf, page, project, said } from '../../../cli/project.ts';

it('lists what is still to be written', async () => {
  expect(await said(rule, project([page('Écrire à <ACompleter>adresse</ACompleter>.')]))).toEqual([
    '7:10 Il reste à écrire : adresse',
  ]);
  const body = 'Téléphone : <ACompleter>numéro</ACompleter>\n\n<ACompleter>adresse *postale*</ACompleter>\n';
  expect(await said(rule, project([page(body)]))).toEqual([
    '7:13 Il reste à écrire : numéro',
    '9:1 Il reste à écrire : adresse postale',
  ]);
});

it('looks within another component', async () => {
  const body = '<Encadre titre="Nous joindre">\n\n<ACompleter>adresse</ACompleter>\n\n</Encadre>\n';
  expect(await said(rule, project([page(body)]))).toEqual(['9:1 Il reste à écrire : adresse']);
});

it.each([
  ['says that example numbers are to be replaced', 'follow:\n  example: true\n', 1],
  ['says nothing of numbers that were counted', 'follow:\n  countedAt: 2026-11-01\n', 0],
])('%s', async (_, text, times) => {
  const root = folderOf({ 'content/site.yaml': text });
  const problems = await rule.check(project([], { root }));
  expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual(
    Array.from({ length: times }, () => 'content/site.yaml:2'),
  );
});

it.each(['Tout est écrit.', '<ACompleter>jamais fermé'])('says nothing of %j', async (body) => {
  expect(await said(rule, project([page(body)]))).toEqual([]);
});

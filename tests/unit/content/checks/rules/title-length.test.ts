import { expect, it } from 'vitest';
import { titleLength as rule } from '#content/checks/rules/lengths.ts';
import { article, page, project, said } from '../../../cli/project.ts';

it('warns of a title too short or too long', async () => {
  const long = 'Un titre '.repeat(10).trim();
  expect(await said(rule, project([article('', { title: 'L’IA' }), article('', { title: long })]))).toEqual([
    '2:8 Le titre compte 4 caractères',
    '2:8 Le titre compte 89 caractères',
  ]);
});

it('lets a page be called in a word', async () => {
  expect(await said(rule, project([page('Texte.'), article('')]))).toEqual([]);
});

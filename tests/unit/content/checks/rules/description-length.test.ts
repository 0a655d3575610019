import { expect, it } from 'vitest';
import { descriptionLength as rule } from '#content/checks/rules/lengths.ts';
import { article, project, said } from '../../../cli/project.ts';

it('warns of a description too short or too long', async () => {
  const documents = ['Un peu court, mais accepté par le modèle.', 'Mot. '.repeat(60).trim()].map(
    (description) => article('', { description }),
  );
  expect(await said(rule, project(documents))).toEqual([
    '3:14 Le chapô compte 41 caractères',
    '3:14 Le chapô compte 299 caractères',
  ]);
});

it('accepts two sentences', async () => {
  expect(await said(rule, project([article('')]))).toEqual([]);
});

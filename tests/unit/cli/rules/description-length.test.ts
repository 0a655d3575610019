import { expect, it } from 'vitest';
import { rule } from '#cli/rules/description-length.ts';
import { article, project, said } from '../project.ts';

it('warns of a description too short or too long', async () => {
  const documents = ['Un peu court, mais accepté par le modèle.', 'Mot. '.repeat(60).trim()].map(
    (description) => article('', { description }),
  );
  expect(await said(rule, project(documents))).toEqual([
    '3:14 Le chapô a 41 signes',
    '3:14 Le chapô a 299 signes',
  ]);
});

it('accepts two sentences', async () => {
  expect(await said(rule, project([article('')]))).toEqual([]);
});

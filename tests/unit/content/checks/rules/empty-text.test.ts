import { expect, it } from 'vitest';
import { emptyText as rule } from '#content/checks/rules/structure.ts';
import { article, page, project, said } from '../../../cli/project.ts';

it.each(['', '\n\n', '## Un intertitre\n'])('refuses an article that says nothing: %j', async (body) => {
  expect(await said(rule, project([article(body)]))).toEqual([
    expect.stringMatching(/^\d+:\d+ L’article n’a pas de texte$/u),
  ]);
});

it.each(['Un mot.', '- un', '![Une roue](./a.svg)', '<Citation>Mot</Citation>'])(
  'accepts one that says something: %j',
  async (body) => {
    expect(await said(rule, project([article(body)]))).toEqual([]);
  },
);

it('leaves pages alone, which a list may fill', async () => {
  expect(await said(rule, project([page('')]))).toEqual([]);
});

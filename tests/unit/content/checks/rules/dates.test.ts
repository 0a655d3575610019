import { expect, it } from 'vitest';
import { rule } from '#content/checks/rules/dates.ts';
import { article, project, said } from '../../../cli/project.ts';

it('warns of every date to come', async () => {
  const fields = {
    publishedAt: '2062-06-21',
    sources: '\n  - title: Rapport\n    publisher: Agence\n    date: 2070',
  };
  expect(
    (await said(rule, project([article('', fields)]))).map((line) => line.replace(/^\S+ /u, '')),
  ).toEqual(['La publication, le 21 juin 2062, est à venir', 'La source, le 1er janvier 2070, est à venir']);
});

it('warns of an update or a correction before publication', async () => {
  const fields = {
    updatedAt: '2024-06-20',
    corrections: '\n  - date: 2024-06-19\n    text: Un chiffre était faux.',
  };
  expect(await said(rule, project([article('', fields)]))).toEqual([
    '15:12 La mise à jour, le 20 juin 2024, précède la publication',
    '17:11 La correction, le 19 juin 2024, précède la publication',
  ]);
});

it('accepts the order of things', async () => {
  expect(await said(rule, project([article('', { updatedAt: '2024-06-22' })]))).toEqual([]);
});

import { expect, it } from 'vitest';
import { pictureWeight as rule } from '#content/checks/rules/pictures.ts';
import { article, folderOf, project, said } from '../../../cli/project.ts';

it('warns of a drawing over 0.2 MB and a photograph over 4 MB', async () => {
  const root = folderOf({
    'content/articles/essai/dessin.svg': Buffer.alloc(300_000),
    'content/articles/essai/photo.jpg': Buffer.alloc(4_100_000),
    'content/articles/essai/legere.jpg': Buffer.alloc(300_000),
  });
  expect(await said(rule, project([article('')], { root }))).toEqual([
    '1:1 Cette image pèse 0,3 Mo',
    '1:1 Cette image pèse 4,1 Mo',
  ]);
});

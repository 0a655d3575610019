import sharp from 'sharp';
import { expect, it } from 'vitest';
import { coverWidth as rule } from '#content/checks/rules/covers.ts';
import { article, folderOf, project, said } from '../../../cli/project.ts';

const png = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'white' } })
    .png()
    .toBuffer();

it('refuses a picture narrower than 1,600 pixels', async () => {
  const name = 'content/articles/essai/couverture.svg';
  const small = folderOf({ [name]: await png(1599, 900) });
  expect(await said(rule, project([article('')], { root: small }))).toEqual([
    '11:8 L’image « ./couverture.svg » n’a que 1599 pixels de large',
  ]);
  const wide = folderOf({ [name]: await png(1600, 900) });
  expect(await said(rule, project([article('')], { root: wide }))).toEqual([]);
});

it('leaves a missing picture to the model', async () => {
  expect(await said(rule, project([article('')]))).toEqual([]);
});

import { expect, it } from 'vitest';
import sharp from 'sharp';
import { rule } from '#content/checks/rules/compared-pictures.ts';
import { article, folderOf, plain, project } from '../../../cli/project.ts';

const photograph = (width: number, height: number, orientation = 1) =>
  sharp({ create: { width, height, channels: 3, background: 'teal' } })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"/>';

/** Returns the problems of a comparison of « avant » with « après ». */
async function said(before: Buffer, after: Buffer | string, name = 'après.jpg'): Promise<string[]> {
  const folder = 'content/articles/essai';
  const root = folderOf({ [`${folder}/avant.jpg`]: before, [`${folder}/${name}`]: after });
  const pictures = `![a](./avant.jpg)\nAvant\n\n![b](./${encodeURI(name)})\nAprès`;
  const text = article(`<AvantApres legende="L">\n\n${pictures}\n\n</AvantApres>`);
  const problems = await rule.check(project([text], { root }));
  return problems.map(({ line, message, remedy }) => plain(`${line}: ${message} → ${remedy}`));
}

it('refuses two pictures that differ in shape, at their component', async () => {
  expect(await said(await photograph(400, 300), await photograph(400, 225))).toEqual([
    '17: Les images « ./avant.jpg » (400 × 300) et « ./apr%C3%A8s.jpg » (400 × 225) n’ont pas la même forme → Recadrez-les aux mêmes proportions, autour des mêmes repères',
  ]);
});

it('accepts two sizes of one shape, to the pixel', async () => {
  expect(await said(await photograph(400, 267), await photograph(600, 400))).toEqual([]);
  expect(await said(await photograph(400, 300), drawing, 'apres.svg')).toEqual([]);
});

it('measures pictures as they are shown, turned by their camera', async () => {
  expect(await said(await photograph(300, 400), await photograph(400, 300, 6))).toEqual([]);
});

it('leaves what cannot be read to the content check', async () => {
  expect(await said(await photograph(400, 300), 'not a picture')).toEqual([]);
});

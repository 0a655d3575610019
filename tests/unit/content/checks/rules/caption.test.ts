import { expect, it } from 'vitest';
import { caption as rule } from '#content/checks/rules/picture-texts.ts';
import { article, project, said } from '../../../cli/project.ts';

const cover = (caption: string) => ({
  cover: `\n  src: ./a.svg\n  alt: Une roue tourne.\n  caption: ${caption}\n  credit: Illustration`,
});

it('warns of a caption that repeats the alternative text', async () => {
  expect(await said(rule, project([article('Texte.', cover('une roue tourne'))]))).toEqual([
    '13:12 La légende répète le texte alternatif',
  ]);
  const figure = '<Figure legende="Une roue">\n\n![Une roue](./a.svg)\n\n</Figure>';
  expect(await said(rule, project([article(figure)]))).toEqual([
    '17:1 La légende répète le texte alternatif',
  ]);
});

it('warns of it under each picture of a gallery', async () => {
  const pictures = '![Une roue](./a.svg)\nUne roue\n\n![Un cadre](./a.svg)\nAutre chose';
  expect(await said(rule, project([article(`<Galerie legende="L">\n\n${pictures}\n\n</Galerie>`)]))).toEqual([
    '19:1 La légende répète le texte alternatif',
  ]);
});

it('accepts a caption that says something else', async () => {
  expect(await said(rule, project([article('Texte.', cover('À Lyon, en 2026'))]))).toEqual([]);
});

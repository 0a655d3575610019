import { expect, it } from 'vitest';
import { alternativeText as rule } from '#content/checks/rules/picture-texts.ts';
import { article, project, said } from '../../../cli/project.ts';

const cover = (alt: string) => ({
  cover: `\n  src: ./roue-de-velo.svg\n  alt: ${alt}\n  caption: Une légende.\n  credit: Illustration`,
});

it('refuses the name of the file, with or without its extension', async () => {
  expect(await said(rule, project([article('Texte.', cover('roue de vélo'))]))).toEqual([
    '12:8 « roue de vélo » ne décrit pas ce que l’image montre',
  ]);
  expect(await said(rule, project([article('![schema_2.svg](./schema_2.svg)')]))).toEqual([
    '17:1 « schema_2.svg » ne décrit pas ce que l’image montre',
  ]);
});

it('refuses a word that any picture could have', async () => {
  expect(await said(rule, project([article('![Illustration](./schema.svg)')]))).toHaveLength(1);
});

it.each([
  ['Kheira Belkacem', 'kheira-belkacem.jpg', 0],
  ['Jean de La Fontaine', 'jean-de-la-fontaine.jpg', 0],
  ['GitHub Pages', 'github-pages.png', 0],
  ['OpenAI', 'openai.png', 0],
  ['Schéma final', 'schema-final.svg', 1],
  ['Schéma', 'schema.svg', 1],
  ['kheira-belkacem', 'kheira-belkacem.jpg', 1],
  ['IMG_1234', 'img_1234.jpg', 1],
])('tells a name from the name of a file: %s', async (alt, file, count) => {
  expect(await said(rule, project([article(`![${alt}](./${file})`)]))).toHaveLength(count);
});

it('accepts a sentence', async () => {
  expect(await said(rule, project([article('![Une roue tourne](./schema.svg)')]))).toEqual([]);
});

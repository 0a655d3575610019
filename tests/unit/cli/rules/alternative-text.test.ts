import { expect, it } from 'vitest';
import { rule } from '#cli/rules/alternative-text.ts';
import { article, project, said } from '../project.ts';

const cover = (alt: string) => ({
  cover: `\n  src: ./roue-de-velo.svg\n  alt: ${alt}\n  caption: Une légende.\n  credit: Illustration`,
});

it('refuses the name of the file, with or without its extension', async () => {
  expect(await said(rule, project([article('Texte.', cover('roue de vélo'))]))).toEqual([
    '12:8 « roue de vélo » ne dit pas ce que l’image montre',
  ]);
  expect(await said(rule, project([article('![schema_2.svg](./schema_2.svg)')]))).toEqual([
    '17:1 « schema_2.svg » ne dit pas ce que l’image montre',
  ]);
});

it('refuses a word that any picture could have', async () => {
  expect(await said(rule, project([article('![Illustration](./schema.svg)')]))).toHaveLength(1);
});

it('accepts a sentence', async () => {
  expect(await said(rule, project([article('![Une roue tourne](./schema.svg)')]))).toEqual([]);
});

import { expect, it } from 'vitest';
import { duplicateTitles as rule } from '#content/checks/rules/duplicates.ts';
import { article, page, project, said } from '../../../cli/project.ts';

it('names the article that has the title already, capitals and accents aside', async () => {
  const documents = [
    article('', { title: 'Écoconcevoir un emballage' }, 'un'),
    article('', { title: 'Ecoconcevoir un Emballage', description: 'Un autre chapô.' }, 'deux'),
  ];
  expect(await said(rule, project(documents))).toEqual([
    '2:8 Ce titre est déjà celui de content/articles/un/index.mdx',
  ]);
});

it('does the same for descriptions', async () => {
  const documents = [article('', {}, 'un'), article('', { title: 'Un tout autre titre' }, 'deux')];
  expect(await said(rule, project(documents))).toEqual([
    '3:14 Ce chapô est déjà celui de content/articles/un/index.mdx',
  ]);
});

it('accepts titles that differ', async () => {
  expect(await said(rule, project([article(''), page('')]))).toEqual([]);
});

import { expect, it } from 'vitest';
import { rule } from '#cli/rules/duplicate-addresses.ts';
import { article, page, project, said } from '../project.ts';

const alias = (address: string) => ({ aliases: `\n  - ${address}` });

it('refuses an old address that two articles claim', async () => {
  const documents = [article('', alias('/vieux/'), 'un'), article('', alias('/vieux/'), 'deux')];
  expect(await said(rule, project(documents))).toEqual([
    '16:5 L’adresse « /vieux/ » est déjà celle de content/articles/un/index.mdx',
  ]);
});

it('refuses an old address that is a page’s own', async () => {
  expect(await said(rule, project([article('', alias('/contact/')), page('')]))).toEqual([
    '16:5 L’adresse « /contact/ » est déjà celle de content/pages/contact.mdx',
  ]);
});

it('accepts an old address of its own', async () => {
  expect(await said(rule, project([article('', alias('/vieux/'))]))).toEqual([]);
});

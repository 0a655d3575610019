import { expect, it } from 'vitest';
import { duplicateAddresses as rule } from '#content/checks/rules/duplicates.ts';
import { article, page, project, said } from '../../../cli/project.ts';

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

it.each(['/recherche/', '/Recherche/', '/auteurs/la-redaction/', '/rubriques/mobilite/', '/archives/2024/'])(
  'refuses an old address that is the site’s: %s',
  async (address) => {
    expect(await said(rule, project([article('', alias(address))]))).toEqual([
      `16:5 L’adresse « ${address} » est celle d’une page créée par le site`,
    ]);
  },
);

it('has the draft give way, and a capital make no difference', async () => {
  const draft = article('', { ...alias('/Vieux/'), draft: 'true' }, 'brouillon');
  const documents = [draft, article('', alias('/vieux/'), 'paru')];
  const [problem] = await rule.check(project(documents));
  expect(problem?.file).toBe('content/articles/brouillon/index.mdx');
});

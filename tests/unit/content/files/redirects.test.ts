import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { articleText, folderOf } from '../../cli/project.ts';

const SITE = `addresses:
  article: recits
  category: themes
  search: chercher
  aliases:
    article: [billets, articles]
    category: [rubriques]
    search: [recherche]
    tag: [sujets]
`;

let root = '';
beforeEach(() => {
  const fields = (name: string) => `name: ${name}\ndescription: D.\naccent: vert\norder: 1\n`;
  root = folderOf({
    'content/articles/un/index.mdx': articleText('Un texte.', { aliases: '\n  - /articles/zero/' }),
    'content/articles/brouillon/index.mdx': articleText('Un texte.', { draft: 'true' }),
    'content/categories/societe.yaml': fields('Société'),
    'content/categories/mobilite.yaml': `${fields('Mobilité')}parent: societe\n`,
    'content/site.yaml': SITE,
    'content/tags.yaml': '- name: cloud computing\n',
  });
  // The words are read once, from the project that a command runs in.
  vi.spyOn(process, 'cwd').mockReturnValue(root);
  vi.resetModules();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.resetModules();
  rmSync(root, { recursive: true });
});

it('lead from every address with an old word to the same with the word of today', async () => {
  const { readArticleRecords } = await import('#content/files/article-records.ts');
  // A build has read the articles before.
  readArticleRecords(root);
  const { redirectsOf } = await import('#content/files/redirects.ts');
  expect(redirectsOf(root)).toEqual({
    '/recits/': '/archives/',
    '/themes/': '/archives/',
    '/auteurs/': '/archives/',
    '/billets/': '/archives/',
    '/articles/': '/archives/',
    '/rubriques/': '/archives/',
    '/billets/un/': '/recits/un/',
    '/articles/un/': '/recits/un/',
    '/articles/zero/': '/recits/un/',
    '/rubriques/societe/': '/themes/societe/',
    '/rubriques/societe/mobilite/': '/themes/societe/mobilite/',
    '/recherche/': '/chercher/',
    '/sujets/': '/etiquettes/',
    '/sujets/cloud-computing/': '/etiquettes/cloud-computing/',
  });
});

it('lead to the later pages of lists too', async () => {
  for (let number = 2; number <= 13; number += 1)
    cpSync(join(root, 'content/articles/un'), join(root, `content/articles/n${number}`), { recursive: true });
  const { readArticleRecords } = await import('#content/files/article-records.ts');
  readArticleRecords(root);
  const { redirectsOf } = await import('#content/files/redirects.ts');
  const later = Object.entries(redirectsOf(root)).filter(([from]) => from.includes('/page/'));
  expect(Object.fromEntries(later)).toEqual({
    '/rubriques/societe/page/2/': '/themes/societe/page/2/',
    '/rubriques/societe/mobilite/page/2/': '/themes/societe/mobilite/page/2/',
    '/sujets/cloud-computing/page/2/': '/etiquettes/cloud-computing/page/2/',
  });
});

it('lead to the words that the magazine chooses, as all its addresses do', async () => {
  const { createAddresses } = await import('#lib/urls.ts');
  const addresses = createAddresses('/magazine/');
  expect(addresses.article('un')).toBe('/magazine/recits/un/');
  expect(addresses.category(['a', 'b'], 2)).toBe('/magazine/themes/a/b/page/2/');
  expect(addresses.tag('velo')).toBe('/magazine/etiquettes/velo/');
  expect(addresses.search).toBe('/magazine/chercher/');
});

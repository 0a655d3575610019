import { rmSync } from 'node:fs';
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

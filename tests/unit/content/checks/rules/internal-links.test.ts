import { describe, expect, it } from 'vitest';
import { rule } from '#content/checks/rules/internal-links.ts';
import { article, page, plain, project, said } from '../../../cli/project.ts';

const linksTo = (...urls: string[]) => urls.map((url) => `[lien](${url})`).join('\n\n');

it('accepts the pages that the site makes of the content', async () => {
  const body = linksTo(
    ...[
      '../autre/',
      '../../contact/',
      '../../rubriques/innovations-et-societes/mobilite/',
      '../../etiquettes/',
    ],
    ...['../../etiquettes/cloud-computing/', '../../auteurs/la-redaction/page/2/', '../../archives/2024/06/'],
    ...['#partie', 'https://exemple.fr/', 'mailto:a@exemple.fr', '../../flux.xml'],
  );
  expect(await said(rule, project([article(body), article('', {}, 'autre'), page('')]))).toEqual([]);
});

it('refuses an address where there is no page, and offers the nearest', async () => {
  const [problem] = await rule.check(project([page(linksTo('../contat/')), page('', 'a-propos')]));
  expect(problem).toMatchObject({ line: 7, column: 1 });
  expect(plain(problem?.message ?? '')).toBe('Le lien « ../contat/ » ne mène à aucune page du magazine');
  expect(plain(problem?.remedy ?? '')).toBe('Vouliez-vous dire « ./ » ?');
});

it('refuses an address that would leave a magazine published in a folder', async () => {
  const [problem] = await rule.check(project([article(linksTo('/contact/')), page('')]));
  expect(plain(problem?.remedy ?? '')).toBe('Écrivez « ../../contact/ »');
});

it('refuses a link to what is not published', async () => {
  const documents = [article(linksTo('../autre/')), article('', { draft: 'true' }, 'autre')];
  expect(await said(rule, project(documents))).toEqual([
    '17:1 Le lien « ../autre/ » mène à un article qui n’est pas publié',
  ]);
});

describe('a link by the magazine’s whole address', () => {
  it.each([
    ['https://innovations.example/perdu/', /ne mène à aucune page/u, undefined],
    ['https://www.innovations.example/contact/', /passe par l’adresse complète/u, 'avertissement'],
    ['//innovations.example/contact/#nous', /passe par l’adresse complète/u, 'avertissement'],
  ])('is one of the magazine: %s', async (url, message, severity) => {
    const [problem] = await rule.check(project([article(`[ici](${url})`), page('')]));
    expect(problem?.message).toMatch(message);
    expect(problem?.severity).toBe(severity);
  });

  it('is none of another site', async () => {
    const body = '[ici](https://autre.example/perdu/) [là](https://innovations.example.org/perdu/)';
    expect(await rule.check(project([article(body), page('')]))).toEqual([]);
  });
});

it('lets an article lead to a draft, and tells of it: the page shows no link', async () => {
  const documents = [article('[ici](../brouillon/)'), article('Texte.', { draft: 'true' }, 'brouillon')];
  const problems = await rule.check(project(documents));
  expect(problems).toMatchObject([{ severity: 'avertissement', waits: true }]);
});

import { expect, it } from 'vitest';
import { rule } from '#content/checks/rules/typography.ts';
import { article, plain, project, said } from '../../../cli/project.ts';

it('tells what the page will write, where it differs', async () => {
  expect(await said(rule, project([article("Qu'est-ce ? Rien...")]))).toEqual([
    '17:3 La page écrira : Qu’est-ce',
    '17:10 La page écrira : Qu’est-ce ?',
    '17:17 La page écrira : Rien…',
  ]);
});

it('sees fields and attributes, and offers to write what the page shows', async () => {
  const body = '<Encadre titre="Pourquoi ?">\n\nTexte.\n\n</Encadre>\n';
  const document = article(body, { title: '"Le titre : un essai"' });
  const fixes = (await rule.check(project([document]))).map(({ fix }) =>
    fix ? document.source.text.slice(fix.start - 1, fix.end + 1) : null,
  );
  expect(fixes).toEqual(['e :', 'i ?']);
});

it('reports without offering a fix what the file does not say letter for letter', async () => {
  const [problem] = await rule.check(project([article('Un \\* astérisque ?')]));
  expect(plain(problem?.message ?? '')).toContain('astérisque ?');
  expect(problem?.fix).toBeUndefined();
});

it('leaves code, addresses and other languages alone', async () => {
  const text = '`l\'eau ?` https://exemple.fr/a?b=c <i lang="en">it\'s "so"</i>';
  expect(await said(rule, project([article(text)]))).toEqual([]);
});

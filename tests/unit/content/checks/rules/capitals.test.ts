import { expect, it } from 'vitest';
import { rule } from '#content/checks/rules/capitals.ts';
import { article, project, said } from '../../../cli/project.ts';

it('warns of capitals that lost their accent, after an elision and in capitals too', async () => {
  expect(await said(rule, project([article('L’Etat, les ETATS et Evidemment vous.')]))).toEqual([
    '17:13 « ETATS » s’écrit « ÉTATS »',
    '17:22 « Evidemment » s’écrit « Évidemment »',
    '17:3 « Etat » s’écrit « État »',
  ]);
});

it('offers a fix only where the word can be nothing else', async () => {
  const problems = await rule.check(project([article('Education et Economie. A quoi bon ?')]));
  expect(problems.map(({ message, fix }) => [message.includes('Economie'), fix !== undefined])).toEqual([
    [false, false],
    [true, true],
    [false, false],
  ]);
});

it('leaves code, addresses, other languages, names and the verb « a » alone', async () => {
  const text = [
    '`Etat` https://exemple.fr/Etat <i lang="en">Energie</i>',
    '<ChiffreCle valeur="1" source="Ecole libre">Il en reste. Plan A pour tous.</ChiffreCle>',
  ].join('\n\n');
  expect(await said(rule, project([article(text)]))).toEqual([]);
});

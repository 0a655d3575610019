import { expect, it } from 'vitest';
import { rule } from '#content/checks/rules/fragments.ts';
import { article, page, plain, project, said } from '../../../cli/project.ts';

it('accepts headings of the same page and of another, a repeated one by its number, and the page’s own parts', async () => {
  const contact = page('## Vos *droits*\n\n## Vos droits\n');
  const body =
    '[a](../../contact/#vos-droits) [b](../../contact/#vos-droits-2) [c](#la-1re-fois) [d](#sources)\n\n## La 1ère fois\n';
  expect(await said(rule, project([article(body), contact]))).toEqual([]);
});

it('refuses a heading that is not there, and offers the nearest', async () => {
  const [problem] = await rule.check(project([page('[a](#vos-droit)\n\n## Vos droits\n')]));
  expect(plain(problem?.message ?? '')).toBe('Le lien « #vos-droit » ne mène à aucun intertitre de la page');
  expect(plain(problem?.remedy ?? '')).toBe('Vouliez-vous dire « #vos-droits » ?');
});

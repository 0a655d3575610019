import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { frontPageUnpublished as rule } from '#content/checks/rules/front-page.ts';
import { article, folderOf, project } from '../../../cli/project.ts';

it('tells of a front page that names what is not published, and stops nothing', async () => {
  const root = folderOf({ 'content/front-page.yaml': 'lead: un\nseconds:\n  - deux\n  - trois\n' });
  const documents = [
    article('Texte.', { draft: 'true' }, 'un'),
    article('Texte.', { publishedAt: '2027-01-01' }, 'deux'),
    article('Texte.', {}, 'trois'),
  ];
  const problems = await rule.check(project(documents, { root }));
  expect(problems).toMatchObject([
    { line: 1, column: 7, waits: true },
    { line: 3, column: 5, waits: true },
  ]);
  rmSync(root, { recursive: true });
});

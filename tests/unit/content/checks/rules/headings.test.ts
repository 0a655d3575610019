import { expect, it } from 'vitest';
import { headings as rule } from '#content/checks/rules/structure.ts';
import { article, project, said } from '../../../cli/project.ts';

it('refuses a heading that skips a level, wherever it stands', async () => {
  expect(await said(rule, project([article('### Trop bas\n')]))).toEqual([
    '17:1 Cet intertitre saute un niveau : « ### » après « # »',
  ]);
  expect(await said(rule, project([article('## Un\n\n#### Quatre\n')]))).toEqual([
    '19:1 Cet intertitre saute un niveau : « #### » après « ## »',
  ]);
});

it('accepts headings that go down one level at a time, and up as they like', async () => {
  expect(await said(rule, project([article('## Un\n\n### Deux\n\n## Trois\n')]))).toEqual([]);
});

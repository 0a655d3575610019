import { expect, it } from 'vitest';
import { rule } from '#content/checks/rules/card-letters.ts';
import { article, project, said } from '../../../cli/project.ts';

it('tells at the title what the social card shows otherwise, and how it reads', async () => {
  const [problem] = await rule.check(project([article('', { title: 'Paris → Lyon, le train 🚀' })]));
  expect(problem).toMatchObject({ file: 'content/articles/essai/index.mdx', line: 2 });
  expect(problem?.message.replaceAll('\u00A0', ' ')).toContain('« → 🚀 »');
  expect(problem?.remedy.replaceAll('\u00A0', ' ')).toContain('« Paris – Lyon, le train »');
});

it.each(['Erdoğan, Škoda et Łódź', 'Москва : la ville', 'L’œuvre à 1,2 Md€'])(
  'tells nothing of « %s »',
  async (title) => {
    expect(await said(rule, project([article('', { title: `"${title}"` })]))).toEqual([]);
  },
);

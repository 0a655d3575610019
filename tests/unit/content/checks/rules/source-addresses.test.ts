import { expect, it } from 'vitest';
import { sourceAddresses as rule } from '#content/checks/rules/external-links.ts';
import { article, project } from '../../../cli/project.ts';

const source = (url: string) => ({ sources: `\n  - title: T\n    publisher: P\n    url: ${url}` });

it.each([
  ['https://www.iea.org/', 1],
  ['https://www.iea.org', 1],
  ['https://www.insee.fr/fr/', 1],
  ['https://example.org/index.html', 1],
  ['https://www.iea.org/reports/energy-and-ai', 0],
  ['https://example.org/?id=12', 0],
  ['https://example.org/#rapport', 0],
])('an address of a source leads to a document: %s', async (url, count) => {
  const problems = await rule.check(project([article('Texte.', source(url))]));
  expect(problems).toHaveLength(count);
  for (const problem of problems) expect(problem).toMatchObject({ column: 10 });
});

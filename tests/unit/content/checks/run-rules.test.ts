import { expect, it } from 'vitest';
import type { Rule, Severity } from '#content/checks/rule.ts';
import { runRules } from '#content/checks/run-rules.ts';
import { project } from '../../cli/project.ts';

const place = (file: string, line: number) => ({
  file,
  line,
  column: 1,
  message: 'Faute',
  remedy: 'Corrigez',
});
const ruleOf = (name: string, severity: Severity, check: Rule['check']): Rule => ({
  name,
  description: '',
  example: '',
  severity,
  check,
});
const broken = () => Promise.reject(new Error('cassé'));

it('sorts what rules find by file, then line', async () => {
  const rules = [
    ruleOf('un', 'note', () => [place('b', 1), place('a', 9)]),
    ruleOf('deux', 'erreur', () => [place('a', 2)]),
  ];
  const { problems } = await runRules(project([]), rules);
  expect(problems.map(({ rule, file, line }) => [rule, file, line])).toEqual([
    ['deux', 'a', 2],
    ['un', 'a', 9],
    ['un', 'b', 1],
  ]);
});

it('says why a rule of warnings did not run to its end, and goes on', async () => {
  const rules = [
    ruleOf('bancale', 'avertissement', broken),
    ruleOf('bonne', 'erreur', () => [place('a', 1)]),
  ];
  const { problems, skipped } = await runRules(project([]), rules);
  expect(problems).toHaveLength(1);
  expect(skipped).toEqual([{ rule: 'bancale', reason: 'elle s’est interrompue (Error: cassé)' }]);
});

it('does not pass over a rule of errors that breaks', async () => {
  await expect(runRules(project([]), [ruleOf('bancale', 'erreur', broken)])).rejects.toThrow('cassé');
});

import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rules } from '#content/checks/rule-list.ts';
import { formatRulesPage } from '#cli/check/rules-page.ts';

it('is up to date in content/REGLES.md (else: npm run check -- --regles)', () => {
  expect(readFileSync('content/REGLES.md', 'utf8')).toBe(formatRulesPage(rules));
});

it('names each rule once', () => {
  const names = rules.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

it('has one test file for each rule', () => {
  const tests = readdirSync('tests/unit/content/checks/rules').filter((name) => name.endsWith('.test.ts'));
  expect(tests).toHaveLength(rules.length);
});

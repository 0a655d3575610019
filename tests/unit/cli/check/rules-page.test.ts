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

it('holds every rule of src/content/checks/rules, each with its test', () => {
  const modules = readdirSync('src/content/checks/rules').map((name) => name.replace(/\.ts$/u, ''));
  const tests = readdirSync('tests/unit/content/checks/rules').map((name) =>
    name.replace(/\.test\.ts$/u, ''),
  );
  expect(rules).toHaveLength(modules.length);
  expect(tests).toEqual(modules);
});

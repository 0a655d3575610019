import { createHash } from 'node:crypto';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { describe, expect, it } from 'vitest';
import { searchPage, allPages, parse, read } from './dist.ts';

const policyOf = (page: string) =>
  parse(page).querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
const directives = (page: string) =>
  new Map(
    policyOf(page)
      .split(';')
      .map((directive) => [directive.split(' ')[0] ?? '', directive.split(' ').slice(1)]),
  );
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const RUN = 'script:not([src]):not([type$=json])';

describe('the policy of every page', () => {
  it('begins with nothing, and comes before all that it judges', () => {
    for (const page of allPages) {
      expect(policyOf(page), page).toMatch(/^default-src 'none';/u);
      const before = read(page).split('<meta http-equiv="Content-Security-Policy"')[0];
      expect(before, page).not.toMatch(/<(?:script|style|link|img|body)\b/u);
    }
  });

  it('gives csp_evaluator nothing grave to find', () => {
    for (const policy of new Set(allPages.map(policyOf))) {
      const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
      const grave = findings.filter(({ severity }) => severity <= Severity.HIGH_MAYBE);
      expect(grave, policy).toEqual([]);
    }
    const loose = new CspEvaluator(new CspParser("script-src 'unsafe-inline'").csp).evaluate();
    expect(loose.some(({ severity }) => severity === Severity.HIGH)).toBe(true);
  });

  it('lets through what is written in the page, by its hash, and nothing by a wider word', () => {
    for (const page of allPages) {
      const document = parse(page);
      const allowed = directives(page);
      const scripts = [...document.querySelectorAll(RUN)].map(({ textContent }) => hash(textContent ?? ''));
      const styles = [...document.querySelectorAll('style')].map(({ textContent }) =>
        hash(textContent ?? ''),
      );
      const hashes = (name: string) =>
        (allowed.get(name) ?? []).filter((source) => source.startsWith("'sha256-"));
      expect(hashes('script-src').sort(), page).toEqual([...new Set(scripts)].sort());
      expect(hashes('style-src').sort(), page).toEqual([...new Set(styles)].sort());
      expect(policyOf(page), page).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:\s/u);
    }
  });

  it('lets WebAssembly run where articles are searched, and nowhere else', () => {
    const pages = allPages.filter((page) => policyOf(page).includes('wasm-unsafe-eval'));
    expect(pages).toEqual(allPages.filter((page) => parse(page).querySelector('search-results')));
    expect(pages).toEqual([searchPage]);
  });

  it('lets no string become a script', () => {
    for (const page of allPages) expect(policyOf(page), page).toContain("require-trusted-types-for 'script'");
  });
});

describe('every page', () => {
  it('holds no style attribute and no handler, which no hash would let through', () => {
    for (const page of allPages) {
      const faults = [...parse(page).querySelectorAll('*')].flatMap((element) =>
        element.getAttributeNames().filter((name) => name === 'style' || /^on[a-z]+$/u.test(name)),
      );
      expect(faults, page).toEqual([]);
    }
  });

  it('holds few blocks written in it, as each weighs a hash', () => {
    for (const page of allPages) {
      expect(parse(page).querySelectorAll('style').length, page).toBeLessThanOrEqual(1);
      expect(parse(page).querySelectorAll(RUN).length, page).toBeLessThanOrEqual(4);
    }
  });
});

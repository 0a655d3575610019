import { describe, expect, it } from 'vitest';
import { pagePolicy, policyElsewhere } from '#lib/html/content-policy.ts';

const NOTHING = {
  scripts: [],
  styles: [],
  scriptFiles: false,
  styleFiles: false,
  searches: false,
  players: [],
  intakes: [],
};

describe('the policy of a page', () => {
  it('lets through what the page holds, and nothing else', () => {
    expect(pagePolicy(NOTHING)).toBe(
      "default-src 'none';img-src 'self' data:;font-src 'self';manifest-src 'self';form-action 'self';base-uri 'none';require-trusted-types-for 'script';trusted-types 'none'",
    );
    const policy = pagePolicy({ ...NOTHING, scripts: ['AA='], styles: ['BB='], scriptFiles: true });
    expect(policy).toContain(";script-src 'self' 'sha256-AA=';style-src 'sha256-BB=';");
    expect(policy).toMatch(/;trusted-types service-worker$/u);
  });

  it('on another host lets through the magazine as well', () => {
    expect(policyElsewhere("img-src 'self' data:;base-uri 'none'", 'https://a.example')).toBe(
      "img-src 'self' https://a.example data:;base-uri 'none'",
    );
  });
});

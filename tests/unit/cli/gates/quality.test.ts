import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { gates } from '#cli/gates/gate-list.ts';
import { median } from '#cli/gates/lighthouse.ts';
import { readQuality } from '#cli/gates/quality.ts';

const root = mkdtempSync(join(tmpdir(), 'quality-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('quality.json', () => {
  it('has a budget for every gate, and nothing else', () => {
    const names = gates.map(({ name }) => name).sort();
    expect(Object.keys(readQuality(process.cwd())).sort()).toEqual(names);
  });

  it('is refused with the place of what is wrong', () => {
    const budgets = JSON.parse(readFileSync('quality.json', 'utf8')) as { links: object };
    writeFileSync(join(root, 'quality.json'), JSON.stringify({ ...budgets, links: { dead: -1 } }));
    expect(() => readQuality(root)).toThrow(/ne contient pas les budgets attendus[^]*links\.dead/u);
  });
});

describe('the median of several runs', () => {
  it('is not moved by one that a busy machine spoilt', () => {
    expect(median([99, 41, 98])).toBe(98);
  });
});

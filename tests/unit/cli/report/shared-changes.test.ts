import { describe, expect, it } from 'vitest';
import type { Difference } from '#cli/report/page-differences.ts';
import { separateShared } from '#cli/report/shared-changes.ts';

const words = (after: string): Difference => ({ kind: 'words', label: '', before: null, after });
const page = (address: string, ...differences: Difference[]) => ({ address, differences });

describe('a difference that many pages share', () => {
  const sorted = separateShared([
    page('/a/', words('common'), words('own')),
    page('/b/', words('common'), words('pair')),
    page('/c/', words('common'), words('pair')),
  ]);

  it('is told once, with its pages', () => {
    expect(sorted.shared).toEqual([{ differences: [words('common')], pages: ['/a/', '/b/', '/c/'] }]);
  });

  it('is left out of each page, which keeps what is its own', () => {
    expect(sorted.own).toEqual([
      page('/a/', words('own')),
      page('/b/', words('pair')),
      page('/c/', words('pair')),
    ]);
  });

  it('stands with the others of the same pages', () => {
    const pages = ['/a/', '/b/', '/c/'].map((address) => page(address, words('one'), words('two')));
    expect(separateShared(pages).shared).toEqual([
      { differences: [words('one'), words('two')], pages: ['/a/', '/b/', '/c/'] },
    ]);
  });
});

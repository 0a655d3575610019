import type { Difference } from './page-differences.ts';

export interface ChangedPage {
  address: string;
  differences: Difference[];
}

/** Differences that are the same on the same pages. */
export interface SharedChange {
  differences: Difference[];
  /** Addresses, in order. */
  pages: string[];
}

export interface Sorted<Page extends ChangedPage> {
  shared: SharedChange[];
  /** Each page with what is its own: nothing, where it only shares. */
  own: Page[];
}

/** On fewer pages, a difference is told at each. */
const FEWEST_PAGES = 3;

/** Tells once what many pages share, and leaves to each page what is its own. */
export function sortShared<Page extends ChangedPage>(pages: readonly Page[]): Sorted<Page> {
  const places = new Map<string, Set<string>>();
  for (const { address, differences } of pages) {
    for (const difference of differences) {
      const key = JSON.stringify(difference);
      places.set(key, (places.get(key) ?? new Set()).add(address));
    }
  }
  const isShared = (difference: Difference) =>
    (places.get(JSON.stringify(difference))?.size ?? 0) >= FEWEST_PAGES;
  const bundles = new Map<string, SharedChange>();
  for (const [key, addresses] of places) {
    if (addresses.size < FEWEST_PAGES) continue;
    const bundle = [...addresses].join('\n');
    const known = bundles.get(bundle) ?? { differences: [], pages: [...addresses] };
    known.differences.push(JSON.parse(key) as Difference);
    bundles.set(bundle, known);
  }
  return {
    shared: [...bundles.values()].sort((a, b) => b.pages.length - a.pages.length),
    own: pages.map((page) => ({
      ...page,
      differences: page.differences.filter((difference) => !isShared(difference)),
    })),
  };
}

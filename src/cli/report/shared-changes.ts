import type { Difference } from './page-differences.ts';

/** Differences that are the same on the same pages. */
export interface SharedChange {
  differences: Difference[];
  /** Addresses, in order. */
  pages: string[];
}

/** A difference on fewer pages is reported on each of them. */
const MIN_PAGES = 3;

/** Moves differences that several pages have in common out of these pages. */
export function separateShared<Page extends { address: string; differences: Difference[] }>(
  pages: readonly Page[],
): { shared: SharedChange[]; own: Page[] } {
  const addressesOf = new Map<string, string[]>();
  for (const { address, differences } of pages)
    for (const key of new Set(differences.map((difference) => JSON.stringify(difference)))) {
      const addresses = addressesOf.get(key) ?? [];
      addresses.push(address);
      addressesOf.set(key, addresses);
    }
  const isShared = (key: string) => (addressesOf.get(key) ?? []).length >= MIN_PAGES;
  const changes = new Map<string, SharedChange>();
  for (const [key, addresses] of addressesOf) {
    if (!isShared(key)) continue;
    const change = changes.get(addresses.join('\n')) ?? { differences: [], pages: addresses };
    change.differences.push(JSON.parse(key) as Difference);
    changes.set(addresses.join('\n'), change);
  }
  return {
    shared: [...changes.values()].sort((a, b) => b.pages.length - a.pages.length),
    own: pages.map((page) => ({
      ...page,
      differences: page.differences.filter((difference) => !isShared(JSON.stringify(difference))),
    })),
  };
}

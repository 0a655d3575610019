import type { Difference } from './page-differences.ts';

/** Differences that are identical on several pages. */
export interface SharedChange {
  differences: Difference[];
  /** Addresses, in order. */
  pages: string[];
}

/** Minimum number of pages of a shared difference; on fewer pages, it is reported for each of them. */
const MIN_PAGES = 3;

/** Separates the differences that several pages share from those of each page. */
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

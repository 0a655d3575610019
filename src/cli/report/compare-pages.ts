import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltPage } from '#cli/built-site/pages.ts';
import { type Weight, weighPage } from '#cli/built-site/weights.ts';
import type { BuiltSite } from './built-site.ts';
import { diffPages, type Difference, type Kind } from './page-differences.ts';
import { normalizePage, readPage } from './page-facts.ts';

export interface PageChange extends BuiltPage {
  title: string;
  state: 'added' | 'removed' | 'changed';
  /** Whether only the look changed: words, links and metadata are equal. */
  appearance: boolean;
  differences: Difference[];
  /** `null` in the version where the page does not exist or cannot be weighed. */
  weight: { before: Weight | null; after: Weight | null };
}

const APPEARANCE: ReadonlySet<Kind> = new Set(['pictures', 'style', 'scripts', 'markup']);

/** Every page that differs between two sites, in the order of addresses. */
export function comparePages(before: BuiltSite, after: BuiltSite): PageChange[] {
  const byAddress = (site: BuiltSite) => new Map(site.pages.map((page) => [page.address, { site, page }]));
  const [olds, currents] = [byAddress(before), byAddress(after)];
  const addresses = new Set([...olds.keys(), ...currents.keys()]);
  return [...addresses].sort().flatMap((address) => comparePage(olds.get(address), currents.get(address)));
}

interface SitePage {
  site: BuiltSite;
  page: BuiltPage;
}

/** Compares a page that is in both sites or in only one. Returns nothing when it is the same in both. */
function comparePage(before: SitePage | undefined, after: SitePage | undefined): PageChange[] {
  const shown = after ?? before;
  if (!shown) return [];
  const [htmlBefore, htmlAfter] = [before && readHtml(before), after && readHtml(after)];
  if (htmlBefore === htmlAfter) return [];
  const facts = readPage(htmlAfter ?? htmlBefore ?? '', shown.site.origin);
  const isChanged = before !== undefined && after !== undefined;
  const found = isChanged ? diffPages(readPage(htmlBefore ?? '', before.site.origin), facts) : [];
  // A change that no part of the comparison explains is still reported.
  const unnamed: Difference = { kind: 'markup', label: 'source', before: null, after: null };
  const differences = isChanged && found.length === 0 ? [unnamed] : found;
  return [
    {
      ...shown.page,
      title: facts.title,
      state: isChanged ? 'changed' : after ? 'added' : 'removed',
      appearance: isChanged && differences.every(({ kind }) => APPEARANCE.has(kind)),
      differences,
      weight: { before: before ? weigh(before) : null, after: after ? weigh(after) : null },
    },
  ];
}

function readHtml({ site, page }: SitePage): string {
  return normalizePage(readFileSync(join(site.root, page.file), 'utf8'), site);
}

/** Returns the weight of a page; `null` when it refers to a missing file, which the `links` gate reports. */
function weigh({ site, page }: SitePage): Weight | null {
  if (page.template === 'redirection') return null;
  try {
    return weighPage(site.root, site.base, page);
  } catch {
    return null;
  }
}

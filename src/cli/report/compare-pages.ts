import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltPage } from '#cli/built-site/pages.ts';
import { type Weight, weighPage } from '#cli/built-site/weights.ts';
import type { BuiltSite } from './built-site.ts';
import { diffPages, type Difference, isAppearance } from './page-differences.ts';
import { normalizePage, readPage } from './page-facts.ts';

export interface PageChange extends BuiltPage {
  title: string;
  state: 'added' | 'removed' | 'changed';
  /** Words, links and metadata are equal: only the look changed. */
  appearance: boolean;
  differences: Difference[];
  /** `null` on the side where the page does not exist or cannot be weighed. */
  weight: { before: Weight | null; after: Weight | null };
}

/** Every page that differs between two sites, in the order of addresses. */
export function comparePages(before: BuiltSite, after: BuiltSite): PageChange[] {
  const byAddress = ({ pages }: BuiltSite) => new Map(pages.map((page) => [page.address, page]));
  const [pagesBefore, pagesAfter] = [byAddress(before), byAddress(after)];
  const addresses = new Set([...pagesBefore.keys(), ...pagesAfter.keys()]);
  return [...addresses].sort().flatMap((address) => {
    const [old, current] = [pagesBefore.get(address), pagesAfter.get(address)];
    if (old && current) return compareBoth(before, old, after, current);
    if (current) return addedOrRemoved(after, current, 'added');
    return old ? addedOrRemoved(before, old, 'removed') : [];
  });
}

function compareBoth(before: BuiltSite, old: BuiltPage, after: BuiltSite, current: BuiltPage): PageChange[] {
  const htmlBefore = normalizePage(readHtml(before, old), before);
  const htmlAfter = normalizePage(readHtml(after, current), after);
  if (htmlBefore === htmlAfter) return [];
  const facts = readPage(htmlAfter, after.origin);
  const found = diffPages(readPage(htmlBefore, before.origin), facts);
  // Every change is reported, even one that no part of the comparison can name.
  const unnamed: Difference = { kind: 'markup', label: 'source', before: null, after: null };
  const differences = found.length > 0 ? found : [unnamed];
  return [
    {
      ...current,
      title: facts.title,
      state: 'changed',
      appearance: isAppearance(differences),
      differences,
      weight: { before: weigh(before, old), after: weigh(after, current) },
    },
  ];
}

function addedOrRemoved(site: BuiltSite, page: BuiltPage, state: 'added' | 'removed'): PageChange {
  const weight = { before: null, after: null, [state === 'added' ? 'after' : 'before']: weigh(site, page) };
  const { title } = readPage(normalizePage(readHtml(site, page), site), site.origin);
  return { ...page, title, state, appearance: false, differences: [], weight };
}

function readHtml({ root }: BuiltSite, { file }: BuiltPage): string {
  return readFileSync(join(root, file), 'utf8');
}

/** `null` for a page that refers to a missing file, which the `links` gate reports. */
function weigh({ root, base }: BuiltSite, page: BuiltPage): Weight | null {
  if (page.template === 'redirection') return null;
  try {
    return weighPage(root, base, page);
  } catch {
    return null;
  }
}

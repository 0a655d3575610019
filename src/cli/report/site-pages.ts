import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuiltPage } from '#cli/built-site/pages.ts';
import { type Weight, weighPage } from '#cli/built-site/weights.ts';
import type { BuiltSite } from './built-site.ts';
import { comparePages, type Difference, isAppearance } from './page-differences.ts';
import { cleanPage, readPage } from './page-facts.ts';

export interface PageChange extends BuiltPage {
  title: string;
  state: 'added' | 'removed' | 'changed';
  /** Its words, links and metadata are the same: it only looks different. */
  appearance: boolean;
  differences: Difference[];
  /** `null` on the side where the page is not. */
  weight: { before: Weight | null; after: Weight | null };
}

/** Every page that is not the same on both sides, in the order of addresses. */
export function compareSitePages(before: BuiltSite, after: BuiltSite): PageChange[] {
  const was = new Map(before.pages.map((page) => [page.address, page]));
  const is = new Map(after.pages.map((page) => [page.address, page]));
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((address): PageChange[] => {
    const [old, current] = [was.get(address), is.get(address)];
    if (old && current) return compareBoth(before, old, after, current);
    const [site, page] = current ? [after, current] : [before, old];
    return page ? [lonePage(site, page, current ? 'added' : 'removed')] : [];
  });
}

function compareBoth(before: BuiltSite, old: BuiltPage, after: BuiltSite, current: BuiltPage): PageChange[] {
  const [a, b] = [readHtml(before, old), readHtml(after, current)];
  const [cleanA, cleanB] = [cleanPage(a, before.assets), cleanPage(b, after.assets)];
  if (cleanA === cleanB) return [];
  const facts = readPage(b, after.assets, after.origin);
  const found = comparePages(readPage(a, before.assets, before.origin), facts);
  // Nothing that changed goes unsaid, even what no part of the comparison knows how to name.
  const differences =
    found.length > 0 ? found : [{ kind: 'markup' as const, label: 'source', before: null, after: null }];
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

function lonePage(site: BuiltSite, page: BuiltPage, state: 'added' | 'removed'): PageChange {
  const weight = weigh(site, page);
  return {
    ...page,
    title: readPage(readHtml(site, page), site.assets, site.origin).title,
    state,
    appearance: false,
    differences: [],
    weight: { before: state === 'removed' ? weight : null, after: state === 'added' ? weight : null },
  };
}

function readHtml({ root }: BuiltSite, { file }: BuiltPage): string {
  return readFileSync(join(root, file), 'utf8');
}

/** A page that names a file that is not there has no weight: the gate of links says so. */
function weigh({ root, base }: BuiltSite, page: BuiltPage): Weight | null {
  if (page.template === 'redirection') return null;
  try {
    return weighPage(root, base, page);
  } catch {
    return null;
  }
}

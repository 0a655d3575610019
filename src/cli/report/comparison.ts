import { choosePages } from './choose-pages.ts';
import type { BuiltSite } from './built-site.ts';
import type { PageView } from './pictures.ts';
import { type SharedChange, sortShared } from './shared-changes.ts';
import { compareSiteFiles, type FileChange } from './site-files.ts';
import { compareSitePages, type PageChange } from './site-pages.ts';
import { type WeightMove, weightMoves } from './weight-moves.ts';

/** All that a report tells. */
export interface Comparison {
  base: string;
  head: string;
  /** Why the base could not be built, in the build's words; then nothing is compared. */
  failure: string | null;
  /** Every page that is not the same, with all its differences. */
  pages: PageChange[];
  /** What many of them have in common. */
  shared: SharedChange[];
  /** The same pages, each with what is its own. */
  own: PageChange[];
  files: FileChange[];
  weights: WeightMove[];
  views: PageView[];
  /** How many changed pages are not shown in pictures. */
  left: number;
  /** Whether a browser looked at all. */
  looked: boolean;
}

export interface Findings {
  comparison: Comparison;
  /** Pages to look at, in the order in which they matter. */
  toShow: PageChange[];
}

/**
 * Compares two built sites in all that needs no browser.
 *
 * @param before `null` when it could not be built: every page of the other is then shown as it is
 */
export function compareSites(
  before: BuiltSite | null,
  after: BuiltSite,
  labels: { base: string; head: string; failure: string | null; pictured: number },
): Findings {
  const pages = before ? compareSitePages(before, after) : after.pages.map(uncompared);
  const { shared, own } = sortShared(pages);
  const { shown, left } = choosePages(pages, labels.pictured);
  const { base, head, failure } = labels;
  const comparison: Comparison = {
    base,
    head,
    failure,
    pages: before ? pages : [],
    shared,
    own: before ? own : [],
    files: before ? compareSiteFiles(before, after) : [],
    weights: weightMoves(pages),
    views: [],
    left,
    looked: false,
  };
  return { comparison, toShow: shown };
}

function uncompared(page: BuiltSite['pages'][number]): PageChange {
  return {
    ...page,
    title: page.address,
    state: 'changed',
    appearance: false,
    differences: [],
    weight: { before: null, after: null },
  };
}

import type { BuiltSite } from './built-site.ts';
import { compareFiles, type FileChange } from './compare-files.ts';
import { comparePages, type PageChange } from './compare-pages.ts';
import type { PageView } from './pictures.ts';
import { separateShared, type SharedChange } from './shared-changes.ts';
import { weightMoves, type WeightMove } from './weight-moves.ts';

const RANK = { added: 0, removed: 1, changed: 2 };

/** Everything the report contains. */
export interface Comparison {
  base: string;
  head: string;
  /** The output of the base's build when it failed, in which case nothing is compared; otherwise `null`. */
  failure: string | null;
  /** Every changed page, with all its differences. */
  pages: PageChange[];
  /** Differences that several pages have in common. */
  shared: SharedChange[];
  /** The changed pages without their shared differences: added pages first, then removed ones, then the others. */
  own: PageChange[];
  files: FileChange[];
  weights: WeightMove[];
  views: PageView[];
  /** Number of changed pages without a screenshot. */
  left: number;
  /** Whether a browser took screenshots. */
  hasPictures: boolean;
}

/**
 * Compares two built sites, without a browser.
 *
 * @param before `null` when it could not be built: the pages of `after` are then shown without a comparison
 * @param options.maxPictures maximum number of pages to capture
 * @returns the comparison, and the pages to capture, the most important first
 */
export function compareSites(
  before: BuiltSite | null,
  after: BuiltSite,
  options: { base: string; head: string; failure: string | null; maxPictures: number },
): { comparison: Comparison; toPicture: PageChange[] } {
  const { maxPictures, ...labels } = options;
  const pages = before ? comparePages(before, after) : [];
  const { shared, own } = separateShared(pages);
  const { toPicture, left } = choosePages(before ? pages : after.pages.map(uncompared), maxPictures);
  const comparison: Comparison = {
    ...labels,
    pages,
    shared,
    own: own.sort((a, b) => RANK[a.state] - RANK[b.state]),
    files: before ? compareFiles(before, after) : [],
    weights: weightMoves(pages),
    views: [],
    left,
    hasPictures: false,
  };
  return { comparison, toPicture };
}

function uncompared(page: BuiltSite['pages'][number]): PageChange {
  const weight = { before: null, after: null };
  return { ...page, title: page.address, state: 'changed', appearance: false, differences: [], weight };
}

/**
 * Chooses the pages to capture: one of each template (the one that changed most), then added and removed pages, then
 * articles.
 */
export function choosePages(
  changes: readonly PageChange[],
  most: number,
): { toPicture: PageChange[]; left: number } {
  const candidates = changes.filter(({ template }) => template !== 'redirection');
  const changed = candidates
    .filter(({ state }) => state === 'changed')
    .sort((a, b) => b.differences.length - a.differences.length);
  const firsts = new Set(
    [...Map.groupBy(changed, ({ template }) => template).values()].map(([page]) => page),
  );
  const rank = (page: PageChange) => {
    if (firsts.has(page)) return 0;
    return page.state !== 'changed' ? 1 : page.template === 'article' ? 2 : 3;
  };
  const toPicture = candidates.toSorted((a, b) => rank(a) - rank(b)).slice(0, most);
  return { toPicture, left: candidates.length - toPicture.length };
}

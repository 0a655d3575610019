import type { BuiltSite } from './built-site.ts';
import { compareFiles, type FileChange } from './compare-files.ts';
import { comparePages, type PageChange } from './compare-pages.ts';
import type { PageView } from './pictures.ts';
import { separateShared, type SharedChange } from './shared-changes.ts';
import { weightMoves, type WeightMove } from './weight-moves.ts';

/** Everything the report contains. */
export interface Comparison {
  base: string;
  head: string;
  /** The output of the build of the base, when it failed; nothing is compared then. */
  failure: string | null;
  /** Every changed page, with all its differences. */
  pages: PageChange[];
  /** Differences that several pages have in common. */
  shared: SharedChange[];
  /** The changed pages, each without its shared differences. */
  own: PageChange[];
  files: FileChange[];
  weights: WeightMove[];
  views: PageView[];
  /** How many changed pages have no picture. */
  left: number;
  /** Whether a browser took pictures. */
  hasPictures: boolean;
}

/**
 * Compares two built sites, without a browser.
 *
 * @param before `null` when it could not be built: the pages of `after` are then shown as they are
 * @param options.maxPictures how many pages to picture at most
 * @returns the comparison, and the pages to picture, the most important first
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
    own,
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

/** Chooses one page of each template (the one that changed most), then added and removed pages, then articles. */
export function choosePages(
  changes: readonly PageChange[],
  most: number,
): { toPicture: PageChange[]; left: number } {
  const candidates = changes.filter(({ template }) => template !== 'redirection');
  const templates = new Set<PageChange['template']>();
  const rank = new Map<PageChange, number>();
  for (const page of [...candidates].sort((a, b) => b.differences.length - a.differences.length)) {
    const isFirst = page.state === 'changed' && !templates.has(page.template);
    if (isFirst) templates.add(page.template);
    rank.set(page, isFirst ? 0 : page.state !== 'changed' ? 1 : page.template === 'article' ? 2 : 3);
  }
  const ordered = [...candidates].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  const toPicture = ordered.slice(0, most);
  return { toPicture, left: candidates.length - toPicture.length };
}

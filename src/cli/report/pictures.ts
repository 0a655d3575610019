import { availableParallelism } from 'node:os';
import pMap from 'p-map';
import type { Browser } from 'playwright';
import type { AccessibilityFinding } from '#cli/built-site/axe.ts';
import { type ServedSite, serveSite } from '#cli/built-site/serve.ts';
import type { BuiltSite } from './built-site.ts';
import { type Capture, capturePage, type Screen } from './capture.ts';
import { comparePictures, lonePicture, type PicturePair } from './picture-pair.ts';
import type { PageChange } from './compare-pages.ts';

/** The screenshots and accessibility findings of a page in both versions. */
export interface PageView {
  address: string;
  /** `null` for a screen size at which the page looks the same. */
  pictures: Record<Screen, PicturePair | null>;
  accessibility: { come: AccessibilityFinding[]; gone: AccessibilityFinding[] };
}

/** Takes screenshots of pages of both sites, several at a time; the views are in the order of the pages. */
export async function viewPages(
  before: BuiltSite | null,
  after: BuiltSite,
  pages: readonly PageChange[],
  options: { browser: Browser; now: string; progress(done: number, total: number): void },
): Promise<PageView[]> {
  const serve = async (site: BuiltSite | null) => site && serveSite(site.root, site.base);
  const served = await Promise.all([serve(before), serve(after)]);
  const [old, current] = served;
  const visit = async (site: ServedSite | null, address: string) =>
    site ? capturePage(options.browser, `${site.home}${address.slice(1)}`, options.now) : null;
  let done = 0;
  try {
    return await pMap(
      pages,
      async ({ address, state }) => {
        const capturedBefore = state === 'added' ? null : await visit(old, address);
        const capturedAfter = state === 'removed' ? null : await visit(current, address);
        const view = { address, ...(await compareCaptures(capturedBefore, capturedAfter)) };
        options.progress((done += 1), pages.length);
        return view;
      },
      { concurrency: availableParallelism() },
    );
  } finally {
    await Promise.all(served.map(async (site) => site?.close()));
  }
}

async function compareCaptures(
  before: Capture | null,
  after: Capture | null,
): Promise<Omit<PageView, 'address'>> {
  const pair = (screen: Screen) => {
    if (before && after) return comparePictures(before.pictures[screen], after.pictures[screen]);
    if (after) return lonePicture(after.pictures[screen], 'after');
    return before ? lonePicture(before.pictures[screen], 'before') : null;
  };
  const [found, known] = [after?.accessibility ?? [], before?.accessibility ?? []];
  return {
    pictures: { phone: await pair('phone'), desktop: await pair('desktop') },
    accessibility: { come: without(found, known), gone: without(known, found) },
  };
}

/** Returns the findings of the first list that are not in the second; equal findings are counted. */
function without(some: readonly AccessibilityFinding[], others: readonly AccessibilityFinding[]) {
  const left = others.map(({ rule, target }) => `${rule} ${target}`);
  return some.filter(({ rule, target }) => {
    const at = left.indexOf(`${rule} ${target}`);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

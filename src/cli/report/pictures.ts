import { availableParallelism } from 'node:os';
import pMap from 'p-map';
import type { Browser } from 'playwright';
import type { AccessibilityFinding } from '#cli/built-site/axe.ts';
import { type ServedSite, serveSite } from '#cli/built-site/serve.ts';
import type { BuiltSite } from './built-site.ts';
import { type Capture, capturePage, type Screen, SCREENS } from './capture.ts';
import { comparePictures, lonePicture, type PicturePair } from './picture-pair.ts';
import type { PageChange } from './site-pages.ts';

/** What a browser shows and finds of a page on both sides. */
export interface PageView {
  address: string;
  /** `null` for a screen on which nothing can be told apart. */
  pictures: Record<Screen, PicturePair | null>;
  accessibility: { come: AccessibilityFinding[]; gone: AccessibilityFinding[] };
}

export interface Looking {
  browser: Browser;
  now: string;
  progress(done: number, total: number): void;
}

/** Looks at pages of both sites in a browser, several at a time, and gives them in the order that was asked. */
export async function lookAtPages(
  before: BuiltSite | null,
  after: BuiltSite,
  pages: readonly PageChange[],
  { browser, now, progress }: Looking,
): Promise<PageView[]> {
  const served = await Promise.all([
    before && serveSite(before.root, before.base),
    serveSite(after.root, after.base),
  ]);
  const [old, current] = served;
  let done = 0;
  const visit = (site: BuiltSite, { origin }: ServedSite, address: string) =>
    capturePage(browser, `${origin}${site.base.slice(0, -1)}${address}`, now);
  try {
    return await pMap(
      pages,
      async ({ address, state }) => {
        const was = before && old && state !== 'added' ? await visit(before, old, address) : null;
        const is = state === 'removed' ? null : await visit(after, current, address);
        const view = { address, ...(await compareCaptures(was, is)) };
        done += 1;
        progress(done, pages.length);
        return view;
      },
      { concurrency: availableParallelism() },
    );
  } finally {
    await Promise.all(served.map((site) => site?.close()));
  }
}

async function compareCaptures(was: Capture | null, is: Capture | null): Promise<Omit<PageView, 'address'>> {
  const pair = async (screen: Screen) => {
    const [before, after] = [was?.pictures[screen], is?.pictures[screen]];
    if (before && after) return comparePictures(before, after);
    if (after) return lonePicture(after, 'after');
    return before ? lonePicture(before, 'before') : null;
  };
  const [phone, desktop] = [await pair('phone'), await pair('desktop')];
  const [found, known] = [is?.accessibility ?? [], was?.accessibility ?? []];
  return {
    pictures: { phone, desktop } satisfies Record<keyof typeof SCREENS, PicturePair | null>,
    accessibility: { come: without(found, known), gone: without(known, found) },
  };
}

/** What the first list has and the second has not: as many times, since selectors move with the page. */
function without(some: readonly AccessibilityFinding[], others: readonly AccessibilityFinding[]) {
  const left = others.map(({ rule, target }) => `${rule} ${target}`);
  return some.filter(({ rule, target }) => {
    const at = left.indexOf(`${rule} ${target}`);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

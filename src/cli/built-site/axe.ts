import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';

/** WCAG 2.2 AA, and the rules that RGAA 4 draws from it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4'];

/** Those among them that look at colours. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** One element that axe finds fault with. */
export interface AccessibilityFinding {
  /** Name of axe's rule: `image-alt`. */
  rule: string;
  /** What the rule asks, as axe says it. */
  help: string;
  /** Where the element is, as a selector. */
  target: string;
}

/**
 * What axe finds on a page as it stands.
 *
 * @param page of a browser context that was opened for it: axe needs `browser.newContext()`
 * @param judged `colours` judges what another scheme changes of a page that was judged whole
 */
export async function findAccessibilityFaults(
  page: Page,
  judged: 'whole' | 'colours' = 'whole',
): Promise<AccessibilityFinding[]> {
  // No page has a frame, so axe needs no page of its own to gather what it found in frames; and what passes is not told.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const rules = judged === 'whole' ? axe.withTags(TAGS) : axe.withRules(COLOURS);
  const { violations } = await rules.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => ({ rule: id, help, target: target.join(' ') })),
  );
}

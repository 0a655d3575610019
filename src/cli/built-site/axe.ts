import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';

/** WCAG 2.2 AA, and the rules that RGAA 4 draws from it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4'];

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
 */
export async function findAccessibilityFaults(page: Page): Promise<AccessibilityFinding[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => ({ rule: id, help, target: target.join(' ') })),
  );
}

import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';

/** Tags of the rules of WCAG 2.2 AA and RGAA 4. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4'];

/** Names of the rules about colours. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** An element that breaks a rule of axe. */
export interface AccessibilityFinding {
  /** `image-alt` */
  rule: string;
  /** The requirement of the rule, in English. */
  help: string;
  /** A CSS selector of the element. */
  target: string;
}

/**
 * Runs axe on a page.
 *
 * @param page a page of a context made by `browser.newContext()`, which axe needs
 * @param scope `colours` runs only the rules about colours, which is enough for the second colour scheme of a page
 */
export async function findAccessibilityFaults(
  page: Page,
  scope: 'whole' | 'colours' = 'whole',
): Promise<AccessibilityFinding[]> {
  // Legacy mode does not open a second page, which only pages with frames need.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const rules = scope === 'whole' ? axe.withTags(TAGS) : axe.withRules(COLOURS);
  const { violations } = await rules.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => ({ rule: id, help, target: target.join(' ') })),
  );
}

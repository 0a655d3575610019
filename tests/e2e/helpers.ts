import AxeBuilder from '@axe-core/playwright';
import { type ConsoleMessage, expect, type Page, test as base } from '@playwright/test';

/** The article that the other pages are judged by. */
export const LEAD_ARTICLE = '/articles/geants-tech-empreinte-carbone-ia-generative/';

/** WCAG 2.2 AA, and the rules that RGAA 4 draws from it. */
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4'];

/** What Chromium says on its own of a page's entrance that a busy machine made it give up. */
const SKIPPED_TRANSITION = /^Transition was (?:aborted|skipped)/u;

/** Findings of axe on the page as it stands, one line each. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} (${help}): ${target.join(' ')}`),
  );
}

/**
 * Serves pages without their scripts. A browser whose JavaScript is off cannot run axe either; such a
 * page shows what its reader sees.
 */
export async function removeScripts(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    const html = await response.text();
    const body = html.replace(/<script\b[\s\S]*?<\/script>/gu, '').replace(/<\/?noscript>/gu, '');
    return route.fulfill({ response, body });
  });
}

/**
 * A page that may not send a request elsewhere nor write an error to the console: either fails the
 * test that caused it.
 */
export const test = base.extend<{ quietPage: Page }>({
  quietPage: async ({ page, baseURL }, use) => {
    const faults: string[] = [];
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== new URL(baseURL ?? '').origin)
        faults.push(`request to ${request.url()}`);
    });
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error' || message.type() === 'warning')
        faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', ({ message }) => {
      if (!SKIPPED_TRANSITION.test(message)) faults.push(`error: ${message}`);
    });
    await use(page);
    expect(faults).toEqual([]);
  },
});

export { expect };

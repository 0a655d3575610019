import { type ConsoleMessage, expect, type Page, test as base } from '@playwright/test';
import { findAccessibilityFaults } from '#cli/built-site/axe.ts';

/** The article that the other pages are judged by. */
export const LEAD_ARTICLE = '/articles/geants-tech-empreinte-carbone-ia-generative/';

/** What Chromium says on its own of a page's entrance that a busy machine made it give up. */
const SKIPPED_TRANSITION = /^Transition was (?:aborted|skipped)/u;

/** What Playwright says where a test may have no service worker. */
const NO_WORKER = 'Service Worker registration blocked by Playwright';

/**
 * Findings of axe on the page as it stands, one line each.
 *
 * @param judged `colours` judges what another scheme changes of a page that was judged whole
 */
export async function accessibilityFindings(
  page: Page,
  judged: 'whole' | 'colours' = 'whole',
): Promise<string[]> {
  const findings = await findAccessibilityFaults(page, judged);
  return findings.map(({ rule, help, target }) => `${rule} (${help}): ${target}`);
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
 * Notes each violation of a page's policy, by the event that tells it and by the console. Who listens to a page
 * before its first address hears all of its life.
 */
export async function noteViolations(page: Page, violations: string[]): Promise<void> {
  await page.exposeFunction('noteViolation', (violation: string) => violations.push(violation));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample, sourceFile }) => {
      const { noteViolation } = globalThis as unknown as { noteViolation(violation: string): void };
      noteViolation(`${violatedDirective}: ${blockedURI} ${sample} (${sourceFile})`);
    });
  });
  page.on('console', (message) => {
    if (/content security policy|trusted ?(?:types|script|html)/iu.test(message.text()))
      violations.push(`console: ${message.text()}`);
  });
}

/**
 * A page that may not send a request elsewhere nor write an error to the console: either fails the
 * test that caused it.
 */
export const test = base.extend<{ quietPage: Page; violations: string[] }>({
  violations: [
    async ({ page, javaScriptEnabled }, use) => {
      const violations: string[] = [];
      if (javaScriptEnabled !== false) await noteViolations(page, violations);
      await use(violations);
      expect(violations, 'violations of the content security policy').toEqual([]);
    },
    { auto: true },
  ],
  quietPage: async ({ page, baseURL }, use) => {
    const faults: string[] = [];
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== new URL(baseURL ?? '').origin)
        faults.push(`request to ${request.url()}`);
    });
    page.on('console', (message: ConsoleMessage) => {
      if (/^(?:error|warning)$/u.test(message.type()) && message.text() !== NO_WORKER)
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

import { type ConsoleMessage, expect, type Page, test as base } from '@playwright/test';
import { findAccessibilityFaults } from '#cli/built-site/axe.ts';

/** The article that most tests open. */
export const LEAD_ARTICLE = '/articles/geants-tech-empreinte-carbone-ia-generative/';

/** Chromium's own error when a busy machine makes it skip a view transition. */
const SKIPPED_TRANSITION = /^Transition was (?:aborted|skipped)/u;

/** The message that Playwright logs in a test without service workers. */
const NO_WORKER = 'Service Worker registration blocked by Playwright';

/**
 * Runs axe on the page in its current state. Returns one line per finding.
 *
 * @param judged `colours` checks only what a colour scheme changes, on a page that was already checked whole
 */
export async function accessibilityFindings(
  page: Page,
  judged: 'whole' | 'colours' = 'whole',
): Promise<string[]> {
  const findings = await findAccessibilityFaults(page, judged);
  return findings.map(({ rule, help, target }) => `${rule} (${help}): ${target}`);
}

/**
 * Serves pages without their scripts, and with the content of their `noscript`. JavaScript stays on, because axe needs
 * it.
 */
export async function removeScripts(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    return route.fulfill({ response, body: withoutScripts(await response.text()) });
  });
}

/** A page without its scripts, and with the content of its `noscript`. */
export function withoutScripts(html: string): string {
  return html.replace(/<script\b[\s\S]*?<\/script>/gu, '').replace(/<\/?noscript>/gu, '');
}

/**
 * Records each violation of a page's policy, from its event and from the console. Call it before the first navigation,
 * so that no violation is missed.
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
 * `quietPage` fails its test on a request to another origin, and on an error or a warning in the console. `violations`
 * fails any test on a violation of the content security policy.
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

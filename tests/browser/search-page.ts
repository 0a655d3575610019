import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect } from './helpers.ts';
import { SITE } from './site-folder.ts';

export const SEARCH = '/recherche/';

export const addressOf = (query: string): string => `${SEARCH}?q=${encodeURIComponent(query)}`;
export const results = (page: Page): Locator =>
  page.getByRole('list', { name: 'Résultats' }).getByRole('listitem');
export const status = (page: Page): Locator => page.locator('search-results > [role=status]');
export const field = (page: Page): Locator => page.getByRole('main').getByRole('searchbox');

/** Returns the slugs of the articles found, in order, once the search has finished. */
export async function found(page: Page): Promise<string[]> {
  await expect(page.locator('search-results')).toHaveAttribute('data-state', /found|none/u);
  const links = await results(page)
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
  return links.map((path) => path.split('/').at(-2) ?? '');
}

/** Starts to record layout shifts on a page, as Core Web Vitals do. */
export async function noteShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { shifts: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        Object.assign(window, { shifts: (window as unknown as { shifts: number }).shifts + entry.value });
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Returns the sum of the recorded layout shifts, once the page has been painted. */
export async function shiftsOf(page: Page): Promise<number> {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve, 50));
      }),
  );
  return page.evaluate(() => (window as unknown as { shifts: number }).shifts);
}

/**
 * Serves the search page as a static host does, so that the page's script answers instead of the service.
 *
 * @param change changes the HTML of the page
 */
export async function searchInBrowser(page: Page, change = (html: string) => html): Promise<void> {
  await page.route(`**${SEARCH}*`, async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const html = await readFile(join(SITE, SEARCH, 'index.html'), 'utf8');
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: change(html) });
  });
}

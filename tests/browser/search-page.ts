import type { Locator, Page } from '@playwright/test';
import { expect } from './helpers.ts';

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

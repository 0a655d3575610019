import type { Page } from '@playwright/test';
import { test as base } from './helpers.ts';
import { OfflineSite } from './offline-site.ts';

export const OTHER_ARTICLE = '/articles/stocker-les-energies-renouvelables/';
export const LIST = '/hors-ligne/';

/** A test with a site that it may change or stop, in a browser that allows service workers. */
export const test = base.extend<{ site: OfflineSite }, { copy: OfflineSite }>({
  serviceWorkers: 'allow',
  copy: [
    async ({}, use) => {
      const copy = new OfflineSite();
      await use(copy);
      await copy.end();
    },
    { scope: 'worker' },
  ],
  site: async ({ copy }, use) => {
    await copy.start();
    await use(copy);
    copy.restore();
  },
});

/** Opens a page, and waits until the worker controls it and has cached it. */
export async function read(page: Page, site: OfflineSite, path: string): Promise<void> {
  await page.goto(site.address + path);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const isKept = async () =>
      Boolean(navigator.serviceWorker.controller && (await caches.match(location.href)));
    while (!(await isKept())) await new Promise((resolve) => setTimeout(resolve, 50));
  });
}

/** Returns the cached addresses that match, without the precached shell of the worker. */
export function keptAddresses(page: Page, only = /./): Promise<string[]> {
  return page.evaluate(async (pattern) => {
    const kept: string[] = [];
    for (const name of await caches.keys()) {
      if (name.includes('precache')) continue;
      kept.push(...(await (await caches.open(name)).keys()).map(({ url }) => url));
    }
    return kept.filter((url) => new RegExp(pattern).test(url));
  }, only.source);
}

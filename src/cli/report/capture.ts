import type { Browser, Page, Route } from 'playwright';
import { type AccessibilityFinding, findAccessibilityFaults } from '#cli/built-site/axe.ts';

/** The two screen sizes at which pages are compared. */
export const SCREENS = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 360, height: 740 },
} as const;
export type Screen = keyof typeof SCREENS;

/** In pixels: screenshots are cropped at this height. */
const MAX_HEIGHT = 9000;

/** In milliseconds: long enough for a busy machine, to stop only a browser that hangs. */
const TIMEOUT = 300_000;

export interface Capture {
  /** PNG screenshots, from the top of the page. */
  pictures: Record<Screen, Buffer>;
  accessibility: AccessibilityFinding[];
}

/**
 * Takes reproducible screenshots of a page: no motion, every picture loaded, the clock stopped.
 *
 * @param address address on the server of the built site; requests to other origins are blocked
 * @param now the build's time, in ISO 8601, to which the clock of scripts is set
 */
export async function capturePage(browser: Browser, address: string, now: string): Promise<Capture> {
  const desktop = await captureScreen(browser, 'desktop', address, now);
  const phone = await captureScreen(browser, 'phone', address, now);
  return {
    pictures: { phone: phone.picture, desktop: desktop.picture },
    accessibility: phone.accessibility,
  };
}

/**
 * Captures the page at one screen size. Each size loads the page again, because a resized page replaces its pictures at
 * an unknown time.
 */
async function captureScreen(browser: Browser, screen: Screen, address: string, now: string) {
  const context = await browser.newContext({
    viewport: SCREENS[screen],
    reducedMotion: 'reduce',
    colorScheme: 'light',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    serviceWorkers: 'block',
    // `waitForFonts` changes a style, which the CSP would then block because of its hash.
    bypassCSP: true,
  });
  context.setDefaultTimeout(TIMEOUT);
  try {
    const { origin } = new URL(address);
    const isElsewhere = (url: URL) => url.origin !== origin && url.protocol.startsWith('http');
    await context.route(isElsewhere, (route) => route.abort());
    const page = await context.newPage();
    await page.route(address, waitForFonts);
    await page.clock.setFixedTime(now);
    await page.goto(address, { waitUntil: 'load' });
    const picture = await takePicture(page, screen);
    return { picture, accessibility: screen === 'phone' ? await findAccessibilityFaults(page) : [] };
  } finally {
    await context.close();
  }
}

/**
 * Makes the page wait for its fonts. With `font-display: optional`, a screenshot would depend on how fast they load.
 */
async function waitForFonts(route: Route): Promise<void> {
  const response = await route.fetch();
  const html = await response.text();
  await route.fulfill({ response, body: html.replaceAll('font-display:optional', 'font-display:block') });
}

async function takePicture(page: Page, screen: Screen): Promise<Buffer> {
  await page.evaluate(settle);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  return page.screenshot({
    animations: 'disabled',
    caret: 'hide',
    fullPage: true,
    clip: { x: 0, y: 0, width: SCREENS[screen].width, height: Math.min(height, MAX_HEIGHT) },
  });
}

/** Waits until fonts and pictures, including lazy ones, are displayed. It runs in the page. */
async function settle(): Promise<void> {
  await document.fonts.ready;
  for (const image of document.images) image.loading = 'eager';
  // `decode` waits for the picture, and rejects when it cannot be loaded.
  await Promise.allSettled([...document.images].map((image) => image.decode()));
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

import type { Page } from '@playwright/test';

/** Adds a reader's own style sheet. It uses CSSStyleSheet, because the page's policy blocks a style element. */
export async function setText(page: Page, style: string): Promise<void> {
  await page.evaluate(async (text) => {
    const own = new CSSStyleSheet();
    await own.replace(text);
    document.adoptedStyleSheets = [own];
  }, style);
}

/** Returns the beginning of each text that its box clips. */
export function cutTexts(page: Page): Promise<(string | undefined)[]> {
  return page.locator('main :is(p, h1, h2, h3, li, a, td), aside :is(p, a, li)').evaluateAll((elements) =>
    elements
      .filter((element) => {
        const { overflowX, display } = getComputedStyle(element);
        return (
          display !== 'inline' &&
          overflowX !== 'visible' &&
          element.scrollWidth > element.clientWidth + 1 &&
          !element.className.includes('hidden')
        );
      })
      .map((element) => element.textContent?.slice(0, 40)),
  );
}

/** An element that Tab reaches: the part of the page that contains it, and whether its focus is visible. */
export interface Stop {
  part: string;
  shows: boolean;
}

/**
 * Presses Tab from the current position to the end of the page. Returns each element reached.
 *
 * @param parts selectors of the parts of the page to report
 */
export async function tabThrough(page: Page, parts: readonly string[]): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate((names) => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const shown = element.matches('input') ? (element.closest('label') ?? element) : element;
      const part = names.find((name) => element.closest(name));
      return {
        part: part ?? element.outerHTML.slice(0, 80),
        shows: getComputedStyle(shown).outlineStyle !== 'none',
      };
    }, parts);
    if (!stop) return stops;
    stops.push(stop);
  }
}

/** Returns every layout shift since the page was opened: its value, and the elements that moved. */
export function layoutShifts(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const moved: string[] = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            value: number;
            sources: { node: Node | null }[];
          })[])
            moved.push(
              `${entry.value.toFixed(4)}: ${entry.sources.map(({ node }) => node?.nodeName).join(', ')}`,
            );
        }).observe({ type: 'layout-shift', buffered: true });
        // After two frames, pending changes are rendered and reported.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(moved))));
      }),
  );
}

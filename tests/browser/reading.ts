import type { Page } from '@playwright/test';

/** Gives a page a reader's own style, as browsers do: its policy lets nobody write one in it. */
export async function setText(page: Page, style: string): Promise<void> {
  await page.evaluate(async (text) => {
    const own = new CSSStyleSheet();
    await own.replace(text);
    document.adoptedStyleSheets = [own];
  }, style);
}

/** The beginnings of the texts that their box cuts. */
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

/** What the keyboard stops on: the part of the page that it is in, and whether it shows. */
export interface Stop {
  part: string;
  shows: boolean;
}

/**
 * Goes through a page by the keyboard, from where it is to its end.
 *
 * @param parts selectors of the parts to tell
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

/** Every move of the layout since the page began, as the part of the window that moved and what it was. */
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
        // Two frames: what is under way is drawn and told.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(moved))));
      }),
  );
}

import { expect, LEAD_ARTICLE, test } from './helpers.ts';
import { cutTexts, setText } from './reading.ts';

/**
 * Tests the criteria of RGAA 4.1.2 that no tool checks. 11.10 is tested in comment-form.spec.ts, 10.7 and 12.8 in
 * comfort.spec.ts.
 */

const PAGES = [LEAD_ARTICLE, '/'];

test('RGAA 1.9: a picture and its caption are one, named by the caption', async ({ quietPage: page }) => {
  await page.goto(LEAD_ARTICLE);
  const figures = await page
    .locator('main figure:has(figcaption):has(img, [role=img])')
    .evaluateAll((found) =>
      found.map((figure) => ({
        role: figure.getAttribute('role'),
        label: figure.getAttribute('aria-label') ?? '',
        caption: figure.querySelector('figcaption')?.textContent?.replace(/\s+/gu, ' ') ?? '',
      })),
    );
  expect(figures.length).toBeGreaterThan(1);
  for (const { role, label, caption } of figures) {
    expect(role, label).toBe('figure');
    // Only the caption has superscripts and subscripts as elements, so both texts are normalized.
    expect(caption.normalize('NFKC')).toContain(label.normalize('NFKC'));
  }
});

test('RGAA 9.4: a quotation is one for machines, and its author is not in it', async ({
  quietPage: page,
}) => {
  await page.goto(LEAD_ARTICLE);
  const quotations = page.locator('.quotation');
  expect(await quotations.count()).toBeGreaterThan(0);
  for (const quotation of await quotations.all()) {
    await expect(quotation.locator('> blockquote')).toHaveCount(1);
    await expect(quotation.locator('> blockquote')).toHaveText(/\S/);
    await expect(quotation.locator('blockquote figcaption')).toHaveCount(0);
  }
});

test('RGAA 10.11: at 320 px, a page is read without scrolling sideways', async ({ quietPage: page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  for (const path of [...PAGES, '/hors-ligne/', '/recherche/?q=carbone']) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
    expect(await cutTexts(page), path).toEqual([]);
  }
});

test('RGAA 10.12: text spaced as its reader wants loses nothing', async ({ quietPage: page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const path of PAGES) {
    await page.goto(path);
    await setText(
      page,
      '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
    );
    expect(await cutTexts(page), path).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(1280);
  }
});

test('RGAA 12.2: menus and search stand at the same place on every page', async ({ page }) => {
  // Fonts are blocked, because a font that arrives late moves the layout by some pixels.
  await page.route('**/*.woff2', (route) => route.abort());
  const places: string[] = [];
  for (const path of [
    ...PAGES,
    '/rubriques/intelligence-artificielle/',
    '/recherche/',
    '/mentions-legales/',
    '/hors-ligne/',
    '/404.html',
  ]) {
    await page.goto(path);
    places.push(
      await page.evaluate(() => {
        const tell = (selector: string) => {
          const part = document.querySelector(selector);
          const { x, y, width } = part?.getBoundingClientRect() ?? { x: 0, y: 0, width: 0 };
          const links = [...(part?.querySelectorAll('li a') ?? [])].map((link) => link.textContent?.trim());
          return [selector, x, selector.startsWith('footer') ? 'at the end' : y, width, ...links].join(' ');
        };
        return ['.masthead nav', '.masthead .search-place', 'footer nav'].map(tell).join('\n');
      }),
    );
  }
  expect(new Set(places)).toHaveProperty('size', 1);
  expect(places[0]).toContain('Mentions légales');
});

import { copySite, type SiteCopy } from '../site-copy.ts';
import { type DevServer, startDevServer } from '../dev-server.ts';
import { accessibilityFindings, expect, LEAD_ARTICLE, test as strictTest } from './helpers.ts';

/** The development server adds its own scripts and styles, which no policy allows, so violations are expected. */
const test = strictTest.extend<{ violations: string[] }>({
  violations: async ({}, use) => {
    await use([]);
  },
});

const WIDTHS = [360, 1280] as const;
const SCHEMES = [
  { colorScheme: 'light', judged: 'whole' },
  { colorScheme: 'dark', judged: 'colours' },
] as const;

let copy: SiteCopy;
let server: DevServer;

test.beforeAll(async () => {
  copy = copySite([LEAD_ARTICLE.split('/')[2] ?? ''], 'test-results');
  server = await startDevServer(copy.root);
});

test.afterAll(() => {
  server.stop();
  copy.remove();
});

test('every component is accessible and fits a phone and a desktop, in each state', async ({
  page,
}, testInfo) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: WIDTHS[0], height: 900 });
  // The first visit only warms up Vite, which prepares the dependencies of scripts and then reloads the page.
  await page.goto(`${server.address}/redaction/catalogue/`, { waitUntil: 'networkidle' });
  await page.reload({ waitUntil: 'networkidle' });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const unseen = await page
      .locator('[data-example]')
      .evaluateAll((shown) =>
        shown
          .filter((example) => example.clientWidth === 0 || example.clientHeight === 0)
          .map((example) => example.closest('.component')?.id),
      );
    expect(unseen, `${width} px`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    for (const { colorScheme, judged } of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityFindings(page, judged), `${width} px, ${colorScheme}`).toEqual([]);
      await page.screenshot({ fullPage: true, path: testInfo.outputPath(`${width}-${colorScheme}.png`) });
    }
  }
});

test('two compared pictures share one frame, which the keyboard divides', async ({ page }) => {
  await page.goto(`${server.address}/redaction/catalogue/`, { waitUntil: 'networkidle' });
  const frame = page.locator('before-after').first();
  const boxes = async () =>
    Promise.all((await frame.locator('img').all()).map((image) => image.boundingBox()));
  const [before, after] = await boxes();
  expect(after).toEqual(before);
  const slider = frame.getByRole('slider', { name: 'Glissez pour comparer les deux images' });
  await slider.press('ArrowRight');
  await expect(frame.locator('img').last()).toHaveCSS('clip-path', 'inset(0px 0px 0px 51%)');
  await slider.press('Home');
  await expect(frame.locator('img').last()).toHaveCSS('clip-path', 'inset(0px 0px 0px 0%)');
  await page.emulateMedia({ media: 'print' });
  await expect(slider).toBeHidden();
  await expect(frame.locator('img').last()).toHaveCSS('clip-path', 'none');
  expect((await boxes())[1]).not.toEqual((await boxes())[0]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('two compared pictures are both whole, with their captions', async ({ page }) => {
    await page.goto(`${server.address}/redaction/catalogue/`);
    const frame = page.locator('before-after').first();
    await expect(frame.getByRole('slider')).toHaveCount(0);
    await expect(frame.locator('img').last()).toHaveCSS('clip-path', 'none');
    await expect(frame.locator('figcaption')).toHaveText(['Avant', 'Après']);
    const [before, after] = await Promise.all(
      (await frame.locator('img').all()).map((image) => image.boundingBox()),
    );
    expect(after?.x).toBeGreaterThan((before?.x ?? 0) + (before?.width ?? 0));
  });
});

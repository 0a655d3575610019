import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, LEAD_ARTICLE, test } from './helpers.ts';
import { cutTexts, layoutShifts, setText, tabThrough } from './reading.ts';

const PAGES = [LEAD_ARTICLE, '/'];
const colourOf = (page: Page, selector: string, property: 'color' | 'borderBottomColor' | 'borderTopColor') =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element)[name], property);

test('text of twice the size loses nothing (RGAA 10.4)', async ({ quietPage: page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const path of PAGES) {
    await page.goto(path);
    await setText(page, 'html{font-size:200%!important}');
    expect(await cutTexts(page), path).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(1280);
  }
});

test('in forced colours, what is chosen, pressed or current still shows', async ({ quietPage: page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(LEAD_ARTICLE);
  const current = await colourOf(page, '.masthead [aria-current]', 'borderBottomColor');
  expect(await colourOf(page, '.masthead li a:not([aria-current])', 'borderBottomColor')).not.toBe(current);
  const chosen = await colourOf(page, 'theme-choice label:has(:checked)', 'borderTopColor');
  expect(await colourOf(page, 'theme-choice label:not(:has(:checked))', 'borderTopColor')).not.toBe(chosen);
  const edgeless = await page
    .locator('button:visible')
    .evaluateAll((buttons) =>
      buttons
        .filter((button) => getComputedStyle(button).borderTopWidth === '0px')
        .map((button) => button.textContent),
    );
  expect(edgeless.map((words) => words?.trim())).toEqual([]);
  const chart = page.locator('figure.chart svg:visible').first();
  const drawn = await chart.evaluate((svg) => [
    getComputedStyle(svg.querySelector('g[class] *') ?? svg).fill,
    getComputedStyle(document.body).backgroundColor,
  ]);
  expect(drawn[0]).not.toBe(drawn[1]);
});

/** A page of every template, including the search with and without a query. */
const TEMPLATES = [
  ...PAGES,
  '/rubriques/innovations-et-societes/',
  '/rubriques/innovations-et-societes/ecologie-et-innovation/',
  '/etiquettes/',
  '/etiquettes/cloud-computing/',
  '/auteurs/la-redaction/',
  '/archives/',
  '/archives/2025/',
  '/recherche/',
  '/recherche/?q=carbone',
  '/recherche/?q=zzz',
  '/recherche/?rubrique=monnaie',
  '/recherche/?utm_source=lettre',
  '/hors-ligne/',
  '/mentions-legales/',
  '/plan-du-site/',
  '/nulle-part/',
];
/** Maximum layout shift. Readers do not notice a smaller one (web.dev/articles/cls calls 0.1 good). */
const MAX_SHIFT = 0.02;

test('no page moves when the network is slow', async ({ page }) => {
  const late: string[] = [];
  // Routing disables the HTTP cache, so every page is a first visit.
  await page.route('**/*', async (route) => {
    const { url, type } = { url: route.request().url(), type: route.request().resourceType() };
    if (type === 'font' || type === 'image') {
      late.push(url);
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
    await route.continue();
  });
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ])
    for (const path of TEMPLATES) {
      await page.setViewportSize(viewport);
      await page.goto(path, { waitUntil: 'networkidle' });
      await page.evaluate(async () => document.fonts.ready);
      const shifts = await layoutShifts(page);
      const sum = shifts.reduce((total, shift) => total + Number.parseFloat(shift), 0);
      expect(sum, `${path}, ${viewport.width} px: ${shifts.join(' ; ')}`).toBeLessThanOrEqual(MAX_SHIFT);
    }
  // The service answers searches here. The tests of the search check that a slow index moves nothing.
  for (const kind of [/\.woff2$/u, /\.svg$/u]) expect(late.some((url) => kind.test(url))).toBe(true);
});

test('nothing moves for who asked that nothing move', async ({ quietPage: page }) => {
  const durations = () =>
    page.evaluate(() => [
      ...new Set(
        [...document.querySelectorAll('*')].flatMap((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          return [...transitionDuration.split(', '), animationName, scrollBehavior];
        }),
      ),
    ]);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  for (const path of PAGES) {
    await page.goto(path);
    expect(await durations(), path).toContain('0.15s');
  }
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of PAGES) {
    await page.goto(path);
    expect((await durations()).toSorted(), path).toEqual(['0s', 'auto', 'none']);
  }
});

test('who counts data is sent what shows, and nothing ahead', async ({ quietPage: page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    Object.defineProperty(navigator, 'serviceWorker', {
      value: { register: async () => (document.title = 'registered'), ready: new Promise(() => {}) },
    });
  });
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of PAGES) {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.goto(path, { waitUntil: 'networkidle' });
    const pictures = await page.locator('main picture').count();
    const loaded = fetched.filter((address) => /\.(?:avif|webp|jpg|svg)$/u.test(address));
    expect(loaded.length, path).toBeLessThan(pictures);
    expect(
      fetched.filter((address) => /pagefind|comment-form|service-worker/u.test(address)),
      path,
    ).toEqual([]);
    await expect(page).not.toHaveTitle('registered');
    page.removeAllListeners('request');
  }
});

test('who asks for more contrast has seven to one (WCAG 1.4.6)', async ({ quietPage: page }) => {
  for (const path of PAGES) {
    await page.goto(path);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ contrast: 'more', colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .withRules(['color-contrast-enhanced'])
        .analyze();
      const faint = violations.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(' ')));
      expect(faint, `${path} ${colorScheme}`).toEqual([]);
    }
  }
});

test('at 400 %, every control is whole in the window', async ({ quietPage: page }) => {
  // The size in CSS pixels of a window of 1280 × 1024 at 400 % zoom.
  await page.setViewportSize({ width: 320, height: 256 });
  for (const path of PAGES) {
    await page.goto(path);
    const outside = await page
      .locator(':is(a, button, input, textarea, summary, label):visible')
      .evaluateAll((controls) =>
        controls
          .filter((control) => {
            const { left, right } = control.getBoundingClientRect();
            return !control.closest('.visually-hidden') && (left < 0 || right > innerWidth);
          })
          .map((control) => control.outerHTML.slice(0, 80)),
      );
    expect(outside, path).toEqual([]);
  }
});

test('the keyboard goes through a page in the order it is read, and sees where it is (RGAA 10.7, 12.8)', async ({
  quietPage: page,
}) => {
  const parts = {
    [LEAD_ARTICLE]: [
      'body > .skip',
      '.masthead',
      '.breadcrumb',
      '.article-header',
      '.contents',
      '.prose',
      '.sources',
      '.related',
      '.share',
      '.article-tags',
      '.neighbours',
      '.comments',
      '.side',
      'footer',
    ],
    '/': ['body > .skip', '.masthead', 'main', 'footer'],
  };
  for (const [path, expected] of Object.entries(parts)) {
    await page.goto(path);
    const seen = await tabThrough(page, expected);
    expect(seen.length, path).toBeGreaterThan(20);
    expect(
      seen.filter(({ shows }) => !shows),
      path,
    ).toEqual([]);
    expect(
      seen.map(({ part }) => part).filter((part, rank, all) => part !== all[rank - 1]),
      path,
    ).toEqual(expected);
  }
});

test('every control has a name, and the same name leads to the same place', async ({ quietPage: page }) => {
  for (const path of PAGES) {
    await page.goto(path);
    const tree = await page.locator('body').ariaSnapshot();
    const controls = tree
      .split('\n')
      .filter((line) => /^\s*- '?(?:link|button|textbox|searchbox|checkbox|radio|combobox)\b/u.test(line));
    expect(controls.length, path).toBeGreaterThan(20);
    expect(
      controls.filter((line) => !/"[^"]*\S[^"]*"/u.test(line)),
      path,
    ).toEqual([]);
    const links = await page
      .getByRole('link')
      .evaluateAll((found) =>
        found.map(
          (link) =>
            [
              link.getAttribute('aria-label') ?? link.textContent?.replace(/\s+/gu, ' ').trim(),
              (link as HTMLAnchorElement).href,
            ] as const,
        ),
      );
    const ambiguous = links.filter(([name, href]) =>
      links.some(([other, place]) => other === name && place !== href),
    );
    expect(ambiguous, path).toEqual([]);
  }
});

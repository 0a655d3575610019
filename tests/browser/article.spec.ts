import { expect, LEAD_ARTICLE, test } from './helpers.ts';

test.describe('the lead article', () => {
  test.beforeEach(async ({ quietPage }) => {
    await quietPage.goto(LEAD_ARTICLE);
  });

  test('says its identity', async ({ quietPage: page }) => {
    await expect(page.locator('h1')).toHaveText(
      'Les géants de la Tech compensent leur empreinte carbone de l’IA générative',
    );
    await expect(page.getByText('Publié le 21 juin 2024')).toBeVisible();
    await expect(page.getByRole('link', { name: 'La rédaction' })).toHaveAttribute('rel', 'author');
    await expect(page.getByText(/^\d+\s+min de lecture$/)).toBeVisible();
  });

  test('leads from its breadcrumb, tags and author to real pages', async ({ quietPage: page }) => {
    const trail = page.getByRole('navigation', { name: 'Fil d’Ariane' });
    await expect(trail.getByRole('listitem')).toHaveText([
      /Accueil/,
      /Innovations et Sociétés/,
      /Écologie et Innovation/,
      /Les géants de la Tech/,
    ]);
    await expect(trail.locator('[aria-current=page]')).toHaveCount(1);
    const addresses = await page
      .locator('.breadcrumb a, .article-tags a, [rel=author]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(addresses).toHaveLength(3 + 4 + 1);
    for (const address of addresses) expect((await page.request.get(address)).status(), address).toBe(200);
  });

  test('shows its cover whole, at once, in a modern format', async ({ quietPage: page }) => {
    const cover = page.locator('.cover picture img');
    await expect(cover).toHaveAttribute('loading', 'eager');
    await expect(cover).toHaveAttribute('fetchpriority', 'high');
    await expect(cover).toHaveAttribute('alt', /\S{5}/);
    await page.setViewportSize({ width: 360, height: 740 });
    // Reloaded, because a browser that replaces a picture in a narrower window cannot decode it meanwhile.
    await page.reload();
    const shape = await cover.evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      const { width, height } = image.getBoundingClientRect();
      return {
        shown: width / height,
        drawn: image.naturalWidth / image.naturalHeight,
        file: image.currentSrc,
      };
    });
    expect(shape.shown).toBeCloseTo(shape.drawn, 1);
    expect(shape.file).toMatch(/\.svg$/);
  });

  test('has a contents list whose links lead to its headings', async ({ quietPage: page }) => {
    const links = page.getByRole('navigation', { name: 'Dans cet article' }).getByRole('link');
    expect(await links.count()).toBeGreaterThanOrEqual(4);
    for (const link of await links.all()) {
      const target = page.locator((await link.getAttribute('href')) ?? '');
      await expect(target).toHaveText((await link.textContent())?.trim() ?? '');
    }
  });

  test('draws a chart with its data beside it', async ({ quietPage: page }) => {
    const chart = page.locator('figure.chart').first();
    await expect(chart.getByRole('img')).toHaveAttribute('aria-label', /\S+ \S+ \S+/);
    await expect(chart.getByRole('table')).toBeHidden();
    await chart.getByText('Voir les données').click();
    await expect(chart.getByRole('table')).toBeVisible();
    const numbers = (await chart.getByRole('cell').allTextContents()).filter((cell) => /\d/.test(cell));
    const drawn = await chart.locator('svg:visible text').allTextContents();
    expect(drawn).toEqual(expect.arrayContaining([numbers.at(-1)]));
  });

  test('is read in the order of its meaning (RGAA 10.3)', async ({ quietPage: page }) => {
    const order = await page
      .locator('h1, h2')
      .evaluateAll((headings) => headings.map((heading) => heading.textContent?.trim() ?? ''));
    const rank = (title: string) => order.indexOf(title);
    expect(rank('Dans cet article')).toBeLessThan(rank('Sources'));
    expect(rank('Sources')).toBeLessThan(rank('Suivez-nous'));
    expect(rank('Suivez-nous')).toBeLessThan(rank('Étiquettes'));
  });

  test('follows four networks, with counts in French, and its own feed', async ({ quietPage: page }) => {
    const card = page.getByRole('region', { name: 'Suivez-nous' });
    await expect(card.getByRole('listitem')).toHaveText([
      /^\s*5\u00A0M\+\s*abonnés\s+Facebook/,
      /^\s*4,6\u00A0M\+\s*abonnés\s+YouTube/,
      /^\s*7\u00A0M\+\s*abonnés\s+TikTok/,
      /^\s*3,4\u00A0M\+\s*abonnés\s+Instagram/,
      /^\s*Flux RSS\s*sans réseau social/,
    ]);
    await expect(card.getByRole('link', { name: 'Suivre Innovations sur TikTok' })).toBeVisible();
  });

  test('prints as a clean page', async ({ quietPage: page }) => {
    await page.emulateMedia({ media: 'print' });
    for (const part of ['.breadcrumb', 'share-bar', '.follow', 'footer.footer', '.contents']) {
      await expect(page.locator(part)).toBeHidden();
    }
    await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
    const address = await page
      .locator('.sources a')
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(address).toContain('https://');
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the article is complete, and shows no button that would do nothing', async ({ quietPage: page }) => {
    await page.goto(LEAD_ARTICLE);
    await expect(page.locator('.prose > p').first()).toBeVisible();
    await expect(page.locator('figure.chart svg:visible')).not.toHaveCount(0);
    await expect(page.locator('share-bar a:visible')).toHaveCount(7);
    await expect(page.locator('button:not(form *):visible, theme-choice:visible')).toHaveCount(0);
  });
});

import { expect, LEAD_ARTICLE, test } from './helpers.ts';
import {
  addressOf,
  field,
  found,
  noteShifts,
  results,
  SEARCH,
  searchInBrowser,
  shiftsOf,
  status,
} from './search-page.ts';

const ELIZA = 'd-eliza-aux-grands-modeles';
const BONDS = 'achats-d-obligations-et-inflation';

test.beforeEach(({ page }) => searchInBrowser(page));

test.describe('the address', () => {
  test('keeps what is typed, and goes back to what was', async ({ quietPage: page }) => {
    await page.goto(addressOf('inflation'));
    expect((await found(page))[0]).toBe(BONDS);
    await field(page).fill('');
    await field(page).pressSequentially('eliza', { delay: 20 });
    await expect(results(page).first().getByRole('link')).toHaveAttribute('href', new RegExp(ELIZA, 'u'));
    await expect(page).toHaveURL(`${SEARCH}?q=eliza`);
    await expect(page).toHaveTitle(/eliza/u);
    await expect(status(page)).toContainText('eliza');
    // A real click lasts a moment, and the field fires `change` when it begins.
    await results(page).first().getByRole('link').click({ delay: 300 });
    await expect(page).toHaveURL(`/articles/${ELIZA}/`);
    await page.goBack();
    await expect(field(page)).toHaveValue('eliza');
    expect((await found(page))[0]).toBe(ELIZA);
    await page.goBack();
    await expect(field(page)).toHaveValue('inflation');
    await expect(status(page)).toContainText('inflation');
    expect((await found(page))[0]).toBe(BONDS);
  });

  test('keeps filters and order, and gives them back', async ({ quietPage: page }) => {
    await page.goto(addressOf('CO2'));
    const all = await found(page);
    expect(all.length).toBeGreaterThan(3);
    await page.getByLabel('Année').selectOption('2024');
    await expect(page).toHaveURL(/[?&]annee=2024/u);
    await expect.poll(async () => (await found(page)).length).toBeLessThan(all.length);
    await page.getByLabel('Rubrique', { exact: true }).selectOption('ecologie-et-innovation');
    await page.getByLabel('Trier par').selectOption('anciens');
    await expect(page).toHaveURL(/rubrique=ecologie-et-innovation.*annee=2024.*tri=anciens/u);
    await page.reload();
    await expect(page.getByLabel('Trier par')).toHaveValue('anciens');
    await expect(page.getByLabel('Année')).toHaveValue('2024');
    expect((await found(page)).length).toBeGreaterThan(0);
    const days = await results(page)
      .locator('time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    expect(days).toEqual(days.toSorted());
    for (const day of days) expect(day).toMatch(/^2024/u);
    for (const item of await results(page).all()) await expect(item).toContainText('Écologie et Innovation');
  });

  test('may ask for a section or a tag alone, and more than a page of articles', async ({
    quietPage: page,
  }) => {
    await page.goto(`${SEARCH}?etiquette=energies-renouvelables`);
    expect(await found(page)).toHaveLength(2);
    await page.goto(`${SEARCH}?q=la&tri=recents`);
    expect(await found(page)).toHaveLength(10);
    await page.getByRole('button', { name: 'Afficher plus de résultats' }).click();
    await expect(results(page).nth(10).getByRole('link')).toBeFocused();
    const days = await results(page)
      .locator('time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    expect(days).toEqual(days.toSorted().toReversed());
  });

  test('with filters that leave nothing says how many articles there are without', async ({
    quietPage: page,
  }) => {
    await page.goto(`${addressOf('eliza')}&rubrique=monnaie`);
    expect(await found(page)).toEqual([]);
    await expect(status(page)).toHaveText(/Sans ces filtres, il y en aurait 1\s+article/u);
  });

  test('that holds HTML is shown as text', async ({ quietPage: page }) => {
    await page.goto(addressOf('<img src=x onerror="document.title=1">'));
    await found(page);
    await expect(status(page)).toContainText('<img src=x');
    expect(await page.locator('search-results img[src=x]').count()).toBe(0);
  });
});

test.describe('the keyboard', () => {
  test('opens the search by « / » and Ctrl+K, and goes from words to results', async ({
    quietPage: page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(LEAD_ARTICLE);
    const own = page.getByRole('search', { name: 'Chercher un autre article' }).getByRole('searchbox');
    await page.keyboard.press('/');
    await expect(own).toBeFocused();
    await page.keyboard.type('a/b');
    await expect(own).toHaveValue('a/b');
    await own.blur();
    await page.keyboard.press('Control+k');
    await expect(own).toBeFocused();
    await page.keyboard.type('eliza');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${SEARCH}?q=eliza`);
    expect((await found(page))[0]).toBe(ELIZA);
    await page.keyboard.press('/');
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(results(page).first().getByRole('link')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`/articles/${ELIZA}/`);
  });

  test('opens the page of the search where there is no room for a field', async ({ quietPage: page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/');
    await page.keyboard.press('/');
    await expect(page).toHaveURL(`${SEARCH}?q=`);
    await expect(field(page)).toBeFocused();
    await expect(page.getByRole('heading', { name: 'Rubriques' })).toBeVisible();
  });

  test('keeps « / » for itself if the reader wants (RGAA 12.10)', async ({ quietPage: page }) => {
    await page.goto(SEARCH);
    await page.getByRole('checkbox', { name: 'la touche « / »' }).uncheck();
    await page.reload();
    await expect(page.getByRole('checkbox')).not.toBeChecked();
    await page.keyboard.press('/');
    await expect(field(page)).not.toBeFocused();
    await page.keyboard.press('Control+k');
    await expect(field(page)).toBeFocused();
  });
});

test.describe('the index', () => {
  test('is not loaded before the reader turns to it', async ({ quietPage: page }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/pagefind/')) asked.push(request.url());
    });
    for (const address of ['/', LEAD_ARTICLE, SEARCH]) {
      await page.goto(address, { waitUntil: 'networkidle' });
      await page.keyboard.press('/');
    }
    expect(asked).toEqual([]);
    await page.keyboard.type('eliza');
    await found(page);
    expect(asked.length).toBeGreaterThan(0);
  });

  test('that cannot be reached says so, and may be asked again', async ({ page }) => {
    for (const part of ['pagefind.js', '*.pf_meta', 'fragment/*']) {
      await page.route(`**/pagefind/${part}`, (route) => route.abort());
      await page.goto(addressOf('eliza'));
      await expect(status(page)).toHaveText(/^La recherche ne répond pas/u);
      await expect(page.getByRole('heading', { name: 'Rubriques' })).toBeVisible();
      await page.unroute(`**/pagefind/${part}`);
      await page.getByRole('button', { name: 'Réessayer' }).click();
      expect((await found(page))[0], part).toBe(ELIZA);
    }
  });

  test('that is slow to come says that it is coming', async ({ quietPage: page }) => {
    const seen = Promise.withResolvers<boolean>();
    await page.route('**/pagefind/pagefind.js', async (route) => {
      await seen.promise;
      await route.continue();
    });
    await page.goto(addressOf('eliza'));
    await expect(status(page)).toHaveText('Recherche en cours…');
    seen.resolve(true);
    expect((await found(page))[0]).toBe(ELIZA);
  });

  for (const delay of [0, 1500])
    test(`that comes after ${delay} ms moves nothing on the page`, async ({ quietPage: page }) => {
      await page.route('**/pagefind/pagefind.js', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, delay));
        await route.continue();
      });
      await noteShifts(page);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        for (const query of ['carbone', 'microsft', 'la rédaction', 'zzxqw']) {
          await page.goto(addressOf(query));
          await found(page);
          expect.soft(await shiftsOf(page), `${query} at ${width} px`).toBeLessThanOrEqual(0.02);
        }
      }
    });

  test('is loaded without the list of its words, unless nothing is found', async ({ quietPage: page }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/pagefind/words/')) asked.push(request.url());
    });
    await page.goto(addressOf('carbone'));
    await found(page);
    expect(asked).toEqual([]);
    await page.goto(addressOf('microsft'));
    await found(page);
    expect(asked.length).toBeGreaterThan(0);
  });

  test('answers the last question only', async ({ quietPage: page }) => {
    await page.goto(addressOf('carbone'));
    for (const query of ['inflation', 'elon', 'eliza']) {
      await field(page).fill(query);
      await field(page).press('Enter');
    }
    await expect(status(page)).toContainText('eliza');
    await page.waitForTimeout(500);
    expect((await found(page))[0]).toBe(ELIZA);
    await expect(status(page)).toContainText('eliza');
  });

  test('does not announce a question that another one has replaced', async ({ quietPage: page }) => {
    await page.goto(addressOf('eliza'));
    await found(page);
    const held = Promise.withResolvers<boolean>();
    const asked = page.waitForRequest('**/pagefind/fragment/**');
    await page.route('**/pagefind/fragment/**', (route) => held.promise.then(() => route.continue()));
    await field(page).fill('carbone');
    await field(page).press('Enter');
    await asked;
    // The answer to « eliza » is already loaded, so it is immediate.
    await field(page).fill('eliza');
    await field(page).press('Enter');
    await expect(status(page)).toContainText('eliza');
    await page.waitForTimeout(1000);
    await expect(status(page)).toContainText('eliza');
    held.resolve(true);
  });
});

test('the side column’s form leads to the results', async ({ quietPage: page }) => {
  await page.goto(LEAD_ARTICLE);
  const form = page.getByRole('search', { name: 'Chercher un autre article' });
  await form.getByRole('searchbox').fill('l’inflation');
  await form.getByRole('button', { name: 'Chercher' }).click();
  await expect(page).toHaveURL(addressOf('l’inflation'));
  expect((await found(page))[0]).toBe(BONDS);
});

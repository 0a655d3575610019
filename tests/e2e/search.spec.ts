import type { Page } from '@playwright/test';
import { expect, LEAD_ARTICLE, removeScripts, test } from './helpers.ts';

const SEARCH = '/recherche/';
const GIANTS = 'geants-tech-empreinte-carbone-ia-generative';
const ELIZA = 'd-eliza-aux-grands-modeles';
const BONDS = 'achats-d-obligations-et-inflation';
const CREDITS = 'eviter-ou-eliminer-deux-familles-de-credits-carbone';
const RANGE = 'autonomie-electrique-du-cycle-wltp-a-la-route';
const LEVELS = 'voiture-autonome-les-niveaux-0-a-5';
const TRAYS = 'consigne-et-barquette-inox';
const RULES = 'le-reglement-europeen-sur-l-ia';
const BUYING = 'racheter-une-start-up';
const GROUND = 'geotechnique-fondation-de-la-transition';
const STORING = 'stocker-les-energies-renouvelables';
const TWITTER = 'de-twitter-a-x-chronologie-d-une-plateforme';

const results = (page: Page) => page.getByRole('list', { name: 'Résultats' }).getByRole('listitem');
const status = (page: Page) => page.locator('search-results > [role=status]');
const field = (page: Page) => page.getByRole('main').getByRole('searchbox');
const addressOf = (query: string) => `${SEARCH}?q=${encodeURIComponent(query)}`;

/** Slugs of the articles found, in their order, once there is an answer. */
async function found(page: Page): Promise<string[]> {
  await expect(page.locator('search-results')).toHaveAttribute('data-state', /found|none/u);
  const links = await results(page)
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
  return links.map((path) => path.split('/').at(-2) ?? '');
}

/** What readers write, and the article that comes first; `null` when nothing should. */
const QUERIES: readonly (readonly [what: string, query: string, first: string | null])[] = [
  ['an article and a word', 'l’IA générative', GIANTS],
  ['a straight apostrophe', "l'IA générative", GIANTS],
  ['no accent', 'geants empreinte generative', GIANTS],
  ['capitals', 'ELIZA', ELIZA],
  ['a first name without its accent, in lower case', 'eliza', ELIZA],
  ['an elided word', 'd’inflation', BONDS],
  ['a plural for a singular', 'inflations', BONDS],
  ['a singular for a plural', 'obligation', BONDS],
  ['an infinitive', 'racheter', BUYING],
  ['a proper name of two words', 'Elon Musk', TWITTER],
  ['two words', 'barquette inox', TRAYS],
  ['two words in the plural', 'barquettes consignées', TRAYS],
  ['a ligature typed as two letters', 'manoeuvre', LEVELS],
  ['a ligature', 'manœuvre', LEVELS],
  ['French quotation marks', '« crédits carbone »', CREDITS],
  ['straight quotation marks', '"cycle WLTP"', RANGE],
  ['a quotation that no article holds', '"carbone crédits obligations"', null],
  ['an acronym', 'WLTP', RANGE],
  ['a whole question', 'qu’est-ce que la géotechnique ?', GROUND],
  ['a word left unfinished', 'géotech', GROUND],
  ['a word misspelt at its end', 'géotechnik', GROUND],
  ['accents missing in two words', 'reglement europeen', RULES],
  ['a formula in figures', 'energies renouvelables stocker', STORING],
  ['a word that the magazine never wrote', 'coeur', null],
  ['another with its article', 'l’événement', null],
  ['nonsense', 'zzxqw vbnmk', null],
  ['signs alone', '?!…', null],
  ['HTML', '<script>alert(1)</script>', null],
  ['an image that would run a script', '<img src=x onerror=alert(1)>', null],
  ['five hundred signs', 'x'.repeat(500), null],
  ['what databases fear', "'; DROP TABLE articles; --", null],
];

test.describe('a question', () => {
  for (const [what, query, first] of QUERIES) {
    test(`that is ${what} finds ${first ?? 'nothing'}`, async ({ quietPage: page }) => {
      await page.goto(addressOf(query));
      const slugs = await found(page);
      expect(slugs[0] ?? null).toBe(first);
      const said = (await status(page).textContent()) ?? '';
      if (first === null) expect(said).toMatch(/^Aucun résultat/u);
      else expect(said).toContain(slugs.length === 1 ? '1 article pour' : 'articles pour');
      await expect(field(page)).toHaveValue(query);
      const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(width).toBeLessThanOrEqual(0);
    });
  }

  test('finds formulas, written in either way', async ({ quietPage: page }) => {
    await page.goto(addressOf('CO2'));
    const plain = await found(page);
    expect(plain).toContain(GIANTS);
    await page.goto(addressOf('CO₂'));
    expect(await found(page)).toEqual(plain);
  });

  test('is answered by excerpts in French typography, words alone marked', async ({ quietPage: page }) => {
    await page.goto(addressOf('inflation'));
    const item = results(page).first();
    await expect(item.locator('mark').first()).toHaveText(/^[\p{L}]+$/u);
    const texts = await page.locator('.result').allTextContents();
    expect(texts.join(' ')).toMatch(/[dl]’inflation/u);
    for (const text of texts) expect(text).not.toMatch(/\p{L}'\p{L}| [;!?»]|« /u);
    await expect(item.locator('time')).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\d$/u);
    await expect(item.locator('img')).toHaveJSProperty('complete', true);
  });

  test('without answer is offered the nearest tags and sections', async ({ quietPage: page }) => {
    await page.goto(addressOf('mobilitté'));
    expect(await found(page)).toEqual([]);
    const near = page.locator('.nearest').getByRole('link');
    await expect(near.first()).toHaveText(/mobilité/iu);
    expect((await page.request.get((await near.first().getAttribute('href')) ?? '')).status()).toBe(200);
    await expect(page.getByRole('heading', { name: 'Rubriques' })).toBeVisible();
  });
});

test.describe('the address', () => {
  test('keeps what is typed, and goes back to what was', async ({ quietPage: page }) => {
    await page.goto(addressOf('inflation'));
    expect((await found(page))[0]).toBe(BONDS);
    await field(page).fill('');
    await field(page).pressSequentially('eliza', { delay: 20 });
    await expect(results(page).first().getByRole('link')).toHaveAttribute('href', new RegExp(ELIZA, 'u'));
    await expect(page).toHaveURL(`${SEARCH}?q=eliza`);
    await expect(page).toHaveTitle(/eliza/u);
    await results(page).first().getByRole('link').click();
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
    await page.goto(addressOf('carbone'));
    const all = await found(page);
    expect(all.length).toBeGreaterThan(3);
    await page.getByLabel('Année').selectOption('2024');
    await expect(page).toHaveURL(/[?&]annee=2024/u);
    await expect.poll(async () => (await found(page)).length).toBeLessThan(all.length);
    await page.getByLabel('Rubrique').selectOption('ecologie-et-innovation');
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
    await page.goto(`${SEARCH}?etiquette=cloud-computing`);
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
    const own = page.getByRole('search', { name: 'Chercher dans le magazine' }).getByRole('searchbox');
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
    await page.goto(LEAD_ARTICLE);
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
      await page.unrouteAll();
      await page.getByRole('button', { name: 'Réessayer' }).click();
      expect((await found(page))[0], part).toBe(ELIZA);
    }
  });

  test('that is slow to come says that it is coming', async ({ quietPage: page }) => {
    await page.route('**/pagefind/pagefind.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await route.continue();
    });
    await page.goto(addressOf('eliza'));
    await expect(status(page)).toHaveText('Recherche en cours…');
    expect((await found(page))[0]).toBe(ELIZA);
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
});

test('the side column’s form leads to the results', async ({ quietPage: page }) => {
  await page.goto(LEAD_ARTICLE);
  const form = page.getByRole('search', { name: 'Chercher un autre article' });
  await form.getByRole('searchbox').fill('l’inflation');
  await form.getByRole('button', { name: 'Chercher' }).click();
  await expect(page).toHaveURL(addressOf('l’inflation'));
  expect((await found(page))[0]).toBe(BONDS);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says so, and offers every other way', async ({ quietPage: page }) => {
    await page.goto(LEAD_ARTICLE);
    const form = page.getByRole('search', { name: 'Chercher un autre article' });
    await form.getByRole('searchbox').fill('<script>');
    await form.getByRole('button').click();
    await expect(page).toHaveURL(`${SEARCH}?q=%3Cscript%3E`);
    await expect(page.getByText('La recherche a besoin de JavaScript')).toBeVisible();
    await expect(field(page)).toBeHidden();
    await expect(page.getByRole('checkbox')).toBeHidden();
    for (const title of ['Rubriques', 'Archives', 'Étiquettes'])
      await expect(page.getByRole('main').getByRole('heading', { name: title })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Tous les articles, par année et par mois' })).toBeVisible();
  });
});

test('a page whose script never comes still offers the sections', async ({ quietPage: page }) => {
  await removeScripts(page);
  await page.goto(addressOf('carbone'));
  await expect(page.getByRole('heading', { name: 'Rubriques' })).toBeVisible();
  await expect(results(page)).toHaveCount(0);
});

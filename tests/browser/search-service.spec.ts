import { HtmlValidate, FileSystemConfigLoader } from 'html-validate';
import {
  accessibilityFindings,
  expect,
  LEAD_ARTICLE,
  removeScripts,
  test,
  withoutScripts,
} from './helpers.ts';
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

const BONDS = 'achats-d-obligations-et-inflation';

test.describe('without JavaScript, where the service runs,', () => {
  test.use({ javaScriptEnabled: false });

  test('a form leads to results, filters narrow them, and links lead on', async ({ quietPage: page }) => {
    await page.goto(LEAD_ARTICLE);
    const form = page.getByRole('search', { name: 'Chercher un autre article' });
    await form.getByRole('searchbox').fill('l’inflation');
    await form.getByRole('button').click();
    await expect(page).toHaveURL(addressOf('l’inflation'));
    expect((await found(page))[0]).toBe(BONDS);
    await expect(status(page)).toContainText(
      'pour « l’inflation »'.replaceAll(' ', '\u00A0').replace('pour\u00A0', 'pour '),
    );
    await expect(field(page)).toHaveValue('l’inflation');
    await expect(page.getByText('La recherche nécessite JavaScript')).toBeHidden();

    await field(page).fill('carbone');
    await page.getByLabel('Année').selectOption('2024');
    await page.getByLabel('Trier par').selectOption('anciens');
    await page.getByRole('button', { name: 'Chercher' }).click();
    await expect(page).toHaveURL(/q=carbone.*annee=2024.*tri=anciens/u);
    await expect(page.getByLabel('Année')).toHaveValue('2024');
    const days = await results(page)
      .locator('time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    expect(days.length).toBeGreaterThan(1);
    expect(days).toEqual(days.toSorted());
    for (const day of days) expect(day).toMatch(/^2024/u);

    await page.goto(`${SEARCH}?q=la&tri=recents`);
    const first = await found(page);
    expect(first).toHaveLength(10);
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link').click();
    await expect(page).toHaveURL(`${SEARCH}?q=la&tri=recents&page=2`);
    expect((await found(page)).filter((slug) => first.includes(slug))).toEqual([]);
    await results(page).first().getByRole('link').click();
    await expect(page).toHaveURL(/\/articles\//u);
  });

  test('misspelt words are corrected, with a way back to what was typed', async ({ quietPage: page }) => {
    await page.goto(addressOf('microsft'));
    expect((await found(page)).length).toBeGreaterThan(0);
    await expect(status(page)).toContainText('microsoft');
    await page.locator('.asked').getByRole('link').click();
    await expect(page).toHaveURL(/tel-quel=1/u);
    await expect(status(page)).toContainText('Aucun résultat');
    await expect(page.getByRole('heading', { name: 'Rubriques' })).toBeVisible();
  });

  test('what is typed is shown as text', async ({ quietPage: page }) => {
    const query = '</title><script>document.body.remove()</script><b>"&quot;';
    await page.goto(addressOf(query));
    await expect(field(page)).toHaveValue(query);
    await expect(status(page)).toContainText('</title><script>');
    await expect(page).toHaveTitle(/<\/title><script>/u);
  });
});

const ANSWERS = [
  '?q=carbone',
  '?q=la&page=2',
  '?q=microsft',
  '?q=zzxqw',
  '?q=a%26b%3C%2Ftitle%3E',
  '?rubrique=monnaie',
  '',
];

test('the pages that the service answers with are valid, and no rule of accessibility fails', async ({
  page,
}) => {
  const validator = new HtmlValidate(new FileSystemConfigLoader());
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await removeScripts(page);
  for (const answer of ANSWERS) {
    const html = await (await page.request.get(SEARCH + answer)).text();
    const { results: found } = await validator.validateString(html, 'dist/recherche/index.html');
    expect(
      found.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId} ${message}`)),
      answer,
    ).toEqual([]);
    await page.goto(SEARCH + answer);
    expect(await accessibilityFindings(page), answer).toEqual([]);
  }
});

test.describe('with JavaScript, the script', () => {
  test('leaves the answer of the service as it is, and answers the next question', async ({
    quietPage: page,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/pagefind/')) asked.push(request.url());
    });
    await noteShifts(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(addressOf('carbone'), { waitUntil: 'networkidle' });
    expect.soft(await shiftsOf(page)).toBeLessThanOrEqual(0.02);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${SEARCH}?q=la&tri=recents`, { waitUntil: 'networkidle' });
    expect(await found(page)).toHaveLength(10);
    expect(asked).toEqual([]);
    expect(await shiftsOf(page)).toBeLessThanOrEqual(0.02);
    await expect(page.getByRole('button', { name: 'Afficher plus de résultats' })).toBeHidden();
    await field(page).fill('inflation');
    await expect(status(page)).toContainText('inflation');
    expect((await found(page))[0]).toBe(BONDS);
    await expect(page).toHaveTitle('«\u00A0inflation\u00A0» · Chercher · Innovations');
    await expect(page.getByRole('navigation', { name: 'Pages' })).toHaveCount(0);
    await page.goBack();
    await expect(status(page)).toContainText('« la »'.replaceAll(' ', '\u00A0'));
    await page.getByRole('button', { name: 'Afficher plus de résultats' }).click();
    await expect(results(page)).not.toHaveCount(10);
  });

  test('makes the same HTML as the service', async ({ page, browser }) => {
    const other = await browser.newPage();
    await searchInBrowser(other);
    for (const query of ['inflation', '« crédits carbone »', 'microsft', 'CO2']) {
      await page.goto(addressOf(query));
      const { origin } = new URL(page.url());
      await other.goto(origin + addressOf(query));
      await expect(other.locator('search-results')).toHaveAttribute('data-state', 'found');
      const parts = (from: typeof page) =>
        from.locator('search-results').evaluate((host) => {
          // Attributes are sorted, because their order has no meaning.
          const described = (node: Node): unknown =>
            node instanceof Element
              ? [
                  node.localName,
                  Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
                  [...node.childNodes].map(described),
                ]
              : node.textContent;
          const results = [...host.querySelectorAll('.result')].map((item) => [
            item.querySelector('a')?.getAttribute('href'),
            described(item),
          ]);
          const [status, asked] = [...host.querySelectorAll('.status, .asked')].map(described);
          return { status, asked, results: Object.fromEntries(results) as unknown };
        });
      expect(await parts(page), query).toEqual(await parts(other));
    }
    await other.close();
  });
});

test.describe('without JavaScript, on a static host,', () => {
  test.use({ javaScriptEnabled: false });
  test.beforeEach(({ page }) => searchInBrowser(page));

  test('a form leads to a page that offers every other way', async ({ quietPage: page }) => {
    await page.goto(LEAD_ARTICLE);
    const form = page.getByRole('search', { name: 'Chercher un autre article' });
    await form.getByRole('searchbox').fill('<script>');
    await form.getByRole('button').click();
    await expect(page).toHaveURL(`${SEARCH}?q=%3Cscript%3E`);
    await expect(field(page)).toBeHidden();
    await expect(page.getByRole('checkbox')).toBeHidden();
    for (const title of ['Rubriques', 'Archives', 'Étiquettes'])
      await expect(page.getByRole('main').getByRole('heading', { name: title })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Tous les articles, par année et par mois' })).toBeVisible();
  });
});

test('without scripts, on a static host, the page says plainly what it needs and where to go', async ({
  quietPage: page,
}) => {
  // Scripts are removed instead of disabled: without JavaScript, Chromium still hides <noscript> from Playwright.
  await searchInBrowser(page, withoutScripts);
  await page.goto(addressOf('carbone'));
  await expect(page.getByText('La recherche nécessite JavaScript')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Rubriques' })).toBeVisible();
  await expect(results(page)).toHaveCount(0);
});

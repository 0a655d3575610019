import { expect, LEAD_ARTICLE } from './helpers.ts';
import { keptAddresses, LIST, OTHER_ARTICLE, read, test } from './offline-reader.ts';

test('an article that was read is read again without a network, and says that it is a copy', async ({
  page,
  site,
}) => {
  await read(page, site, LEAD_ARTICLE);
  await site.stop();
  await page.goto(`${site.address}${LEAD_ARTICLE}?partage=1`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Les géants de la Tech');
  await expect(page.getByRole('note')).toHaveText(
    /^Copie du \d.+, enregistrée sur cet appareil\s: vous semblez hors connexion\.$/,
  );
  const cover = page.locator('.cover picture img');
  expect(
    await cover.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).toBeGreaterThan(0);
  const fonts = await page.evaluate(async () =>
    [...(await document.fonts.ready)].filter(({ status }) => status === 'loaded'),
  );
  expect(fonts.length).toBeGreaterThan(1);
});

test('a page that is not kept gives way to the list of those that are', async ({ page, site }) => {
  await read(page, site, LEAD_ARTICLE);
  await site.stop();
  for (const path of [OTHER_ARTICLE, '/', '/recherche/?q=carbone']) {
    await page.goto(site.address + path);
    await expect(page.getByText('cette page n’est pas enregistrée sur votre appareil')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Articles lus' }).getByRole('link')).toHaveText([
      /Les géants de la Tech/,
    ]);
  }
  await page.getByRole('link', { name: /Les géants de la Tech/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Les géants de la Tech');
  await site.start();
  await page.goto(site.address + LIST);
  await expect(page.getByText('cette page n’est pas enregistrée')).toBeHidden();
});

test('an article is never older than the network', async ({ page, site }) => {
  await read(page, site, LEAD_ARTICLE);
  site.change(`${LEAD_ARTICLE}index.html`, (html) => html.replace('<h1', '<p>Corrigé à midi.</p><h1'));
  await page.goto(site.address + LEAD_ARTICLE);
  await expect(page.getByText('Corrigé à midi.')).toBeVisible();
  await expect(page.getByRole('note')).toHaveCount(0);
  await site.stop();
  await page.reload();
  await expect(page.getByText('Corrigé à midi.')).toBeVisible();
});

test('an article that the magazine withdrew leaves the device', async ({ page, site }) => {
  await read(page, site, LEAD_ARTICLE);
  site.remove(LEAD_ARTICLE);
  expect((await page.goto(site.address + LEAD_ARTICLE))?.status()).toBe(404);
  await site.stop();
  await page.goto(site.address + LEAD_ARTICLE);
  await expect(page.getByText('cette page n’est pas enregistrée')).toBeVisible();
});

test('when the network hangs, a kept copy is shown and says so', async ({ page, site }) => {
  await read(page, site, LEAD_ARTICLE);
  site.hang();
  await page.goto(site.address + LEAD_ARTICLE);
  await expect(page.getByRole('note')).toContainText('Copie du');
  site.resume();
});

test('« Lire plus tard » keeps an article and its cover until it is removed', async ({ page, site }) => {
  await read(page, site, OTHER_ARTICLE);
  const button = page.locator('read-later button');
  const said = page.locator('read-later [role=status]');
  await expect(button).toHaveText('Lire plus tard');
  await button.click();
  await expect(said).toHaveText('Enregistré sur cet appareil, lisible hors connexion.');
  await expect(button).toHaveText('Retirer de ma liste');
  await page.evaluate(async () => {
    for (const name of await caches.keys()) if (!/plus-tard|precache/.test(name)) await caches.delete(name);
  });
  await site.stop();
  await page.goto(site.address + LIST);
  const saved = page.getByRole('region', { name: 'À lire plus tard' });
  await saved.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Stocker');
  const cover = page.locator('.cover picture img');
  expect(
    await cover.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).toBeGreaterThan(0);
  await expect(button).toHaveText('Retirer de ma liste');
  await page.goto(site.address + LIST);
  await saved.getByRole('button', { name: /^Retirer de la liste :/ }).click();
  await expect(page.getByRole('status')).toHaveText('Retiré de la liste.');
  await expect(page.getByRole('status')).toBeFocused();
  await expect(saved.getByRole('link')).toHaveCount(0);
  expect(await keptAddresses(page, /articles|couverture/)).toEqual([]);
});

test('a reader erases all that the device keeps', async ({ page, site }) => {
  await read(page, site, LEAD_ARTICLE);
  await page.locator('read-later button').click();
  await expect(page.locator('read-later [role=status]')).not.toBeEmpty();
  await page.goto(site.address + LIST);
  await page.getByRole('button', { name: 'Tout effacer de cet appareil' }).click();
  await expect(page.getByRole('status')).toHaveText('Tout a été effacé de cet appareil.');
  await expect(page.locator('reading-list li')).toHaveCount(0);
  expect(await keptAddresses(page)).toEqual([]);
});

test('a device without room says so, and keeps nothing by halves', async ({ page, site }) => {
  site.change(
    'service-worker.js',
    (script) => `
      const { open } = CacheStorage.prototype;
      const full = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
      CacheStorage.prototype.open = async function (name) {
        const cache = await open.call(this, name);
        if (name.startsWith('a-lire-plus-tard')) cache.put = full;
        return cache;
      };
      ${script}`,
  );
  await page.goto(site.address + OTHER_ARTICLE);
  await page.locator('read-later button').click();
  await expect(page.locator('read-later [role=status]')).toHaveText(
    'Plus de place sur cet appareil : retirez un article de votre liste.',
  );
  await expect(page.locator('read-later button')).toHaveText('Lire plus tard');
  expect(
    await page.evaluate(async () => (await (await caches.open('a-lire-plus-tard /')).keys()).length),
  ).toBe(0);
});

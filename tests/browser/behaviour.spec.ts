import { expect, LEAD_ARTICLE, test } from './helpers.ts';

test('sharing offers the list of the house, in its order', async ({ quietPage: page }) => {
  await page.goto(LEAD_ARTICLE);
  const names = await page
    .locator('share-bar :is(a, button):visible')
    .evaluateAll((controls) => controls.map((control) => control.getAttribute('aria-label')));
  expect(names.filter((name) => name !== 'Partager avec une application')).toEqual([
    'Copier le lien',
    'Partager par e-mail',
    ...['WhatsApp', 'LinkedIn', 'Facebook', 'Bluesky', 'Mastodon', 'X'].map(
      (network) => `Partager sur ${network}`,
    ),
    'Imprimer',
  ]);
});

test('copying the link says that it was copied', async ({ quietPage: page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(LEAD_ARTICLE);
  await page.getByRole('button', { name: 'Copier le lien' }).click();
  await expect(page.locator('share-bar [role=status]')).toHaveText('Lien copié');
  const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(canonical);
});

test('the browser’s own sharing is offered where there is one', async ({ quietPage: page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', {
      value: (data: ShareData) => {
        document.title = `shared ${data.url}`;
        return Promise.resolve();
      },
    });
  });
  await page.goto(LEAD_ARTICLE);
  await page.getByRole('button', { name: 'Partager avec une application' }).click();
  await expect(page).toHaveTitle(/^shared https:\/\/.*geants-tech/);
});

test('a reader’s colours survive a reload without a flash', async ({ quietPage: page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(LEAD_ARTICLE);
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByRole('radio', { name: 'Sombre' }).check();
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.addInitScript(() => {
    // The colour at the moment the body first exists, before any deferred script.
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      document.documentElement.dataset['first'] = getComputedStyle(document.body).backgroundColor;
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  expect(await page.evaluate(() => document.documentElement.dataset['first'])).toBe(dark);
  await expect(page.getByRole('radio', { name: 'Sombre' })).toBeChecked();
  await page.getByRole('radio', { name: 'Système' }).check();
  expect(await paper()).toBe(light);
});

test('the first stop of the keyboard leads to the content', async ({ quietPage: page }) => {
  await page.goto(LEAD_ARTICLE);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Aller au contenu' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#contenu$/);
  await page.keyboard.press('Tab');
  await expect(page.locator('.article-header .kicker a')).toBeFocused();
});

test('the tag cloud can be skipped', async ({ quietPage: page }) => {
  await page.goto(LEAD_ARTICLE);
  const skip = page.getByRole('link', { name: 'Passer les étiquettes' });
  await skip.focus();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#[^#]+$/);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Toutes les étiquettes' })).toBeFocused();
});

test('a word that no phone could hold stays in its headline', async ({ quietPage: page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const path of [LEAD_ARTICLE, '/']) {
    await page.goto(path);
    await page.evaluate(() => {
      for (const headline of document.querySelectorAll('h1, h2, h3'))
        headline.textContent = 'Électroencéphalographiquement anticonstitutionnellement';
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
  }
});

test('a browser that refuses the worker is told why the list stays empty', async ({ quietPage: page }) => {
  await page.goto('/hors-ligne/');
  await expect(page.getByText('Cette liste nécessite JavaScript')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Articles lus' })).toBeHidden();
});

import type { Browser, BrowserContext, Page } from '@playwright/test';
import { type RunningMagazine, startMagazine } from './comment-service.ts';
import { accessibilityFindings, expect, test } from './helpers.ts';

const ARTICLE = 'geants-tech-empreinte-carbone-ia-generative';
const EMAIL = 'ada@example.org';
const PHONE = { width: 360, height: 740 };
/** WCAG 1.4.10: a page has no horizontal scroll at this width. */
const NARROW = { width: 320, height: 640 };
const PAGES = [
  '',
  'signalements/',
  'publies/',
  'refuses/',
  'retires/',
  'journal/',
  'blocages/',
  'equipe/',
  'compte/',
];

// The tests share one magazine, and each continues from the state that the previous one left.
test.describe.configure({ mode: 'serial' });

let magazine: RunningMagazine;
let context: BrowserContext;
let page: Page;
test.beforeAll(async ({ browser }) => {
  magazine = await startMagazine(ARTICLE);
  context = await browser.newContext({ baseURL: magazine.address, locale: 'fr-FR', viewport: PHONE });
  page = await context.newPage();
});
test.afterAll(async () => {
  await context.close();
  await magazine.stop();
});

/** Returns the path of the link in a message, for the running magazine. */
const local = (message: string, path: string) => {
  const link = new RegExp(`https?://\\S*${path}\\S*`, 'u').exec(message)?.[0] ?? '';
  const { pathname, search } = new URL(link);
  return pathname + search;
};

/** Sends a comment without JavaScript, as a reader does. */
async function comment(browser: Browser, text: string): Promise<void> {
  const reader = await browser.newContext({ baseURL: magazine.address, javaScriptEnabled: false });
  const article = await reader.newPage();
  await article.goto(`/articles/${ARTICLE}/`);
  await article.getByLabel('Votre commentaire').fill(text);
  await article.getByLabel('Votre nom ou un pseudonyme').fill('Grace');
  await article.getByRole('button', { name: 'Envoyer le commentaire' }).click();
  await expect(article.getByRole('heading', { level: 1 })).toHaveText('Relisez votre commentaire');
  // Waits for the minimum age of a token: the service refuses a form that is sent faster than anyone can read it.
  await article.waitForTimeout(3_500);
  await article.getByRole('button', { name: 'Envoyer le commentaire' }).click();
  await expect(article.getByRole('heading', { level: 1 })).toContainText('bien été reçu');
  await reader.close();
}

test('the first person creates an account by the link that the terminal prints', async () => {
  await page.goto(magazine.firstLink);
  await page.getByLabel('Votre nom').fill('Ada');
  await page.getByLabel('Votre adresse e-mail').fill(EMAIL);
  await page.getByRole('button', { name: 'Créer mon compte' }).click();
  await expect(page.getByText('Tout est lu.')).toBeVisible();
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Se connecter à la modération');
});

test('a comment sent without JavaScript is told by e-mail, accepted on a phone, and online after a build', async ({
  browser,
}) => {
  await comment(browser, 'Une précision utile.');
  const notice = await magazine.message(EMAIL, /Une précision utile\./u);
  await page.goto(local(notice, '/moderation/'));
  await page.getByLabel('Votre adresse e-mail').fill(EMAIL);
  await page.getByRole('button', { name: 'Recevoir le lien' }).click();
  await page.goto(local(await magazine.message(EMAIL, /connexion\/lien/u), 'connexion/lien/'));
  await page.getByRole('button', { name: 'Se connecter' }).click();

  const item = page.locator('.item', { hasText: 'Une précision utile.' });
  await item.getByRole('button', { name: 'Accepter' }).click();
  await expect(page.getByText('Tout est lu.')).toBeVisible();
  await page.getByRole('link', { name: 'Publiés' }).click();
  await expect(page.locator('publication-state')).toHaveText('En ligne', { timeout: 240_000 });

  const reader = await browser.newPage({ baseURL: magazine.address, javaScriptEnabled: false });
  await reader.goto(`/articles/${ARTICLE}/`);
  await expect(reader.locator('.comments').getByText('Une précision utile.')).toBeVisible();
  await reader.close();
});

test('a passkey replaces the link', async () => {
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/moderation/compte/');
  await page.getByRole('button', { name: 'Enregistrer une clé sur cet appareil' }).click();
  await expect(page.getByRole('status')).toHaveText('Clé d’accès enregistrée.');
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click();
  await expect(page.getByText('Tout est lu.')).toBeVisible();
});

test('the keyboard decides without a reload, and its shortcuts can be turned off (RGAA 12.10)', async ({
  browser,
}) => {
  await comment(browser, 'Premier.');
  await comment(browser, 'Second.');
  await page.goto('/moderation/');
  await page.evaluate(() => Object.assign(globalThis, { same: true }));
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  const status = page.locator('moderation-queue').getByRole('status');
  await expect(status).toContainText('1 commentaire accepté.');
  await expect(page.locator('.item', { hasText: 'Second.' })).toBeFocused();
  await page.keyboard.press('z');
  await expect(page.locator('.item', { hasText: 'Premier.' })).toBeVisible();
  expect(await page.evaluate(() => 'same' in globalThis)).toBe(true);

  await page.goto('/moderation/compte/');
  await page.getByLabel('Utiliser les raccourcis clavier').uncheck();
  await page.goto('/moderation/');
  await page.keyboard.press('j');
  await expect(page.locator('.item').first()).not.toBeFocused();
});

test('every page is accessible in light and in dark, and fits 320 pixels', async () => {
  await page.setViewportSize(NARROW);
  const paths = [
    ...PAGES.map((path) => `/moderation/${path}`),
    (await page.getByRole('link', { name: 'Répondre, bloquer' }).first().getAttribute('href')) ?? '',
    '/moderation/rien/',
  ];
  for (const path of paths) {
    await page.goto(path);
    await expect(page).toHaveTitle(/./u);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityFindings(page), `${path} ${colorScheme}`).toEqual([]);
    }
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(excess, path).toBeLessThanOrEqual(0);
  }
});

test('without JavaScript, a moderator refuses with a reason and undoes it', async ({ browser }) => {
  const plain = await browser.newContext({ baseURL: magazine.address, javaScriptEnabled: false });
  await plain.addCookies(await context.cookies());
  const queue = await plain.newPage();
  await queue.goto('/moderation/');
  const item = queue.locator('.item', { hasText: 'Second.' });
  await item.getByText('Refuser…').click();
  await item.getByRole('button', { name: 'Sans rapport avec l’article' }).click();
  await expect(queue.getByRole('status')).toContainText('1 commentaire refusé.');
  await queue.getByRole('button', { name: 'Annuler' }).click();
  await expect(queue.getByRole('status')).toContainText('Décision annulée.');
  await expect(queue.locator('.item', { hasText: 'Second.' })).toBeVisible();
  await plain.close();
});

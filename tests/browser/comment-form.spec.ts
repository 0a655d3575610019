import { createChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Page } from '@playwright/test';
import { expect, LEAD_ARTICLE, test } from './helpers.ts';

const status = (page: Page) => page.locator('comment-form [role=status]');

/** Scrolls to the form, and waits until its script has enhanced it. */
async function comeNear(page: Page): Promise<void> {
  await page.goto(LEAD_ARTICLE);
  await page.getByRole('heading', { name: 'Ajouter un commentaire' }).scrollIntoViewIfNeeded();
  await expect(page.locator('comment-form form')).toHaveJSProperty('noValidate', true);
}

async function fill(page: Page, text: string): Promise<void> {
  await page.getByLabel('Votre commentaire').fill(text);
  await page.getByLabel('Votre nom ou un pseudonyme').fill('Ada');
}

/** Mocks a service with a cheap proof of work and these responses. Returns the comments that it receives. */
async function answerWith(page: Page, answers: { status: number; body: object }[]): Promise<object[]> {
  const received: object[] = [];
  await page.route('**/commentaires/**', async (route) => {
    if (route.request().method() === 'GET') {
      const challenge = await createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost: 10,
        counter: 3,
        deriveKey,
        hmacSignatureSecret: 'essai',
      });
      return route.fulfill({ json: { token: `jeton-${received.length}`, challenge } });
    }
    received.push(route.request().postDataJSON() as object);
    const { status: code, body } = answers[received.length - 1] ?? { status: 500, body: {} };
    return route.fulfill({ status: code, json: body });
  });
  return received;
}

test('nothing of the form is fetched before the reader comes near it', async ({ quietPage: page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(LEAD_ARTICLE, { waitUntil: 'networkidle' });
  expect(fetched.filter((address) => /comment-form|defi/u.test(address))).toEqual([]);
});

test('a comment that is sent is answered in the page, and leaves no draft', async ({ quietPage: page }) => {
  const received = await answerWith(page, [{ status: 201, body: { id: '2026-11-24-1a2b3c4d' } }]);
  await comeNear(page);
  await fill(page, 'Bonjour');
  await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
  await expect(status(page)).toContainText('Merci, votre commentaire a bien été reçu.');
  expect(received).toEqual([
    expect.objectContaining({
      article: 'geants-tech-empreinte-carbone-ia-generative',
      text: 'Bonjour',
      name: 'Ada',
      courriel: '',
      token: 'jeton-0',
      altcha: {
        challenge: expect.anything() as unknown,
        solution: expect.objectContaining({ counter: 3 }) as unknown,
      },
    }),
  ]);
  await expect(page.getByLabel('Votre commentaire')).toHaveValue('');
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('sending by the keyboard loses no place: the button keeps the focus, then the answer has it', async ({
  page,
}) => {
  await answerWith(page, [
    { status: 503, body: { message: 'Plus tard.' } },
    { status: 201, body: { id: '2026-11-24-1a2b3c4d' } },
  ]);
  await comeNear(page);
  await fill(page, 'Bonjour');
  const button = page.getByRole('button', { name: 'Envoyer le commentaire' });
  await button.press('Enter');
  await expect(status(page)).toHaveText('Plus tard.');
  await expect(button).toBeFocused();
  await button.press('Enter');
  await expect(status(page)).toContainText('Merci');
  await expect(status(page)).toBeFocused();
  await expect(status(page)).toBeInViewport();
});

test('what is written survives a closed page', async ({ quietPage: page }) => {
  await comeNear(page);
  await fill(page, 'Un long commentaire.');
  await comeNear(page);
  await expect(page.getByLabel('Votre commentaire')).toHaveValue('Un long commentaire.');
  await expect(status(page)).toContainText('Nous avons retrouvé votre brouillon');
});

test('a form that comes near while the page is busy is improved all the same', async ({ page }) => {
  await page.addInitScript(() => {
    const told = (isIntersecting: boolean) => ({ isIntersecting }) as IntersectionObserverEntry;
    globalThis.IntersectionObserver = class {
      tell: (entries: IntersectionObserverEntry[]) => void;
      constructor(tell: (entries: IntersectionObserverEntry[]) => void) {
        this.tell = tell;
      }
      observe = () => queueMicrotask(() => this.tell([told(false), told(true)]));
      disconnect = () => {};
    } as unknown as typeof IntersectionObserver;
  });
  await answerWith(page, [{ status: 201, body: { id: '2026-11-24-1a2b3c4d' } }]);
  await comeNear(page);
  await fill(page, 'Bonjour');
  await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
  await expect(status(page)).toContainText('Merci');
});

test('RGAA 11.10: a fault stands beside its field and takes the focus', async ({ page }) => {
  await answerWith(page, [
    { status: 400, body: { message: 'Corrigez.', errors: { site: 'Indiquez l’adresse complète' } } },
    { status: 201, body: { id: '2026-11-24-1a2b3c4d' } },
  ]);
  await comeNear(page);
  await fill(page, 'Bonjour');
  await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
  const field = page.getByLabel('Votre site');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(/Indiquez l’adresse complète/u);
  await expect(field).toBeFocused();
  await expect(status(page)).toHaveText('Corrigez.');
  await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
  await expect(status(page)).toContainText('Merci');
  await expect(field).not.toHaveAttribute('aria-invalid', 'true');
});

test('a token that has expired is asked for again', async ({ page }) => {
  const received = await answerWith(page, [
    { status: 422, body: { message: 'Trop tard.' } },
    { status: 201, body: { id: '2026-11-24-1a2b3c4d' } },
  ]);
  await comeNear(page);
  await fill(page, 'Bonjour');
  await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
  await expect(status(page)).toContainText('Merci');
  expect(received).toEqual([
    expect.objectContaining({ token: 'jeton-0' }),
    expect.objectContaining({ token: 'jeton-1' }),
  ]);
});

for (const [name, break_] of [
  ['cut off', (page: Page) => page.route('**/commentaires/**', (route) => route.abort())],
  [
    'replaced by another page',
    (page: Page) =>
      page.route('**/commentaires/**', (route) => route.fulfill({ status: 502, body: '<h1>502</h1>' })),
  ],
] as const)
  test(`a service ${name} is told, and the text is kept`, async ({ page }) => {
    await break_(page);
    await comeNear(page);
    await fill(page, 'Bonjour');
    await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
    await expect(status(page)).toContainText('ne répond pas');
    await expect(page.getByLabel('Votre commentaire')).toHaveValue('Bonjour');
    await page.reload();
    await page.getByRole('heading', { name: 'Ajouter un commentaire' }).scrollIntoViewIfNeeded();
    await expect(page.getByLabel('Votre commentaire')).toHaveValue('Bonjour');
  });

test('an empty comment is not sent', async ({ quietPage: page }) => {
  const received = await answerWith(page, []);
  await comeNear(page);
  await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
  await expect(page.getByLabel('Votre commentaire')).toBeFocused();
  expect(received).toEqual([]);
});

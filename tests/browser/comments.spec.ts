import { type ChildProcess, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { copySite, type SiteCopy } from '../site-copy.ts';
import { accessibilityFindings, expect, test } from './helpers.ts';
import { serveCopy } from './served-copy.ts';

const ARTICLE = 'geants-tech-empreinte-carbone-ia-generative';

test.describe.configure({ mode: 'serial' });

let copy: SiteCopy;
let server: ChildProcess;
let origin = '';

test.beforeAll(async () => {
  copy = copySite([ARTICLE]);
  copy.build('dist');
  [server, origin] = await serveCopy(copy);
});

test.afterAll(() => {
  server.kill();
  copy.remove();
});

const moderate = (...args: string[]) =>
  execFileSync(process.execPath, ['src/cli/comments.ts', ...args], { cwd: copy.root, encoding: 'utf8' });

const waiting = () => JSON.parse(moderate('list', '--json')) as { id: string; kind: string; name?: string }[];

async function fill(page: Page, { name, text }: { name: string; text: string }): Promise<void> {
  await page.goto(`${origin}/articles/${ARTICLE}/`);
  await page.getByLabel('Votre commentaire').fill(text);
  await page.getByLabel('Votre nom ou un pseudonyme').fill(name);
  await page.getByLabel('Votre e-mail').fill('ada@exemple.fr');
}

test('a reader comments with a script, in the page', async ({ page }) => {
  await fill(page, { name: 'Ada', text: 'Une *précision* sur le scope 3.' });
  await expect(page.locator('comment-form form')).toHaveJSProperty('noValidate', true);
  await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
  await expect(page.locator('comment-form [role=status]')).toContainText('Merci');
  expect(waiting()).toEqual([expect.objectContaining({ kind: 'comment', name: 'Ada' })]);
});

test('a writer erases a comment by the link that was given', async ({ page }) => {
  await fill(page, { name: 'Ida', text: 'Je le regretterai.' });
  await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
  await page.getByRole('link', { name: 'Effacer mon commentaire' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Effacer votre commentaire');
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Effacer définitivement' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre commentaire est effacé');
  expect(waiting().map(({ name }) => name)).toEqual(['Ada']);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader reviews a comment, then sends it', async ({ page }) => {
    await fill(page, { name: 'Grace', text: 'Voir https://exemple.fr <script>alert(1)</script>' });
    await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Relisez votre commentaire');
    await expect(page.locator('.comment-text')).toContainText('<script>alert(1)</script>');
    await expect(page.getByRole('banner')).toBeVisible();
    // Waits for the minimum age of a token: the service takes a faster sender for a robot.
    await page.waitForTimeout(3_500);
    await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Merci');
    await page.getByRole('link', { name: /Revenir à l’article/u }).click();
    await expect(page).toHaveURL(`${origin}/articles/${ARTICLE}/`);
    expect(waiting().map(({ name }) => name)).toEqual(['Ada', 'Grace']);
  });

  test('a fault is told beside its field, and nothing typed is lost', async ({ page }) => {
    await fill(page, { name: 'Grace', text: 'Bonjour' });
    await page.locator('input[name=site]').evaluate((field: HTMLInputElement) => (field.type = 'text'));
    await page.getByLabel('Votre site').fill('exemple');
    await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
    await expect(page.getByRole('alert')).toContainText('adresse complète');
    await expect(page.locator('[aria-invalid=true]')).toHaveAttribute('name', 'site');
    await expect(page.locator('textarea')).toHaveValue('Bonjour');
    await expect(page.getByLabel(/^Adresse e-mail/u)).toHaveValue('ada@exemple.fr');
  });
});

test('the pages of the service are the magazine’s own, and accessible', async ({ page }) => {
  const violations: string[] = [];
  page.on('console', (message) => message.type() === 'error' && violations.push(message.text()));
  await page.goto(`${origin}/commentaires/merci/?article=${ARTICLE}`);
  await expect(page.getByRole('contentinfo')).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(violations).toEqual([]);
});

test('an editor accepts from the terminal, and the comment stands in the page, in the count and in the feed', async ({
  page,
}) => {
  const [ada, grace] = waiting().map(({ id }) => id);
  moderate('accept', ada ?? '', grace ?? '');
  moderate('reply', ada ?? '', '--text', 'Merci de cette précision.');
  expect(waiting()).toEqual([]);
  copy.build('dist');

  await page.goto(`${origin}/articles/${ARTICLE}/`);
  await expect(page.getByRole('link', { name: '3 commentaires' })).toBeVisible();
  const first = page.locator(`#commentaire-${ada}`);
  await expect(first.locator('em')).toHaveText('précision');
  await expect(page.locator('.replies .comment')).toContainText('Merci de cette précision.');
  await expect(page.locator(`#commentaire-${grace} a[href="https://exemple.fr"]`)).toHaveAttribute(
    'rel',
    /nofollow ugc/u,
  );
  expect(await accessibilityFindings(page)).toEqual([]);
  const feed = readFileSync(join(copy.root, 'dist/flux-commentaires.xml'), 'utf8');
  expect(feed).toContain(`#commentaire-${ada}`);
  expect(feed).not.toContain('ada@');
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(data).toContain('"commentCount":3');
});

test('a reader answers a comment, reports another, and its author has it erased', async ({ page }) => {
  await page.goto(`${origin}/articles/${ARTICLE}/`);
  await page.getByRole('link', { name: 'Signaler le commentaire de Grace' }).click();
  await page.getByLabel(/^Motif/u).selectOption('publicite');
  await page.waitForTimeout(3_500);
  await page.getByRole('button', { name: 'Envoyer le signalement' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Merci, votre signalement');

  await page.goto(`${origin}/articles/${ARTICLE}/`);
  await page.getByLabel('Votre commentaire').scrollIntoViewIfNeeded();
  // Until the script of the form has loaded, « Répondre » leads to the service's own page.
  await expect(page.locator('comment-form form')).toHaveJSProperty('noValidate', true);
  await page.getByLabel('Votre nom ou un pseudonyme').fill('Hedy');
  await page.getByRole('link', { name: 'Répondre à Grace' }).click();
  await expect(page.getByText('Vous répondez à Grace.')).toBeVisible();
  await page.getByLabel('Votre commentaire').fill('Je ne suis pas de cet avis.');
  await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
  await expect(page.locator('comment-form [role=status]')).toContainText('Merci');
  expect(
    waiting()
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['comment', 'report']);

  moderate('erase', '--email', 'ADA@exemple.fr');
  copy.build('dist');
  const built = ['flux-commentaires.xml', `articles/${ARTICLE}/index.html`].map((file) =>
    readFileSync(join(copy.root, 'dist', file), 'utf8'),
  );
  expect(built.join('\n')).not.toMatch(/sur le scope 3|Grace/u);
  await page.goto(`${origin}/articles/${ARTICLE}/`);
  await expect(page.getByText('Merci de cette précision.')).toBeVisible();
  await expect(page.getByText('Commentaire effacé')).toBeVisible();
});

import type { Page } from '@playwright/test';
import { expect } from './helpers.ts';

/** Fills in the title until the preview shows it, because text that is typed before the form is ready is lost. */
export async function fillTitle(page: Page, title: string): Promise<void> {
  await expect(async () => {
    await page.getByRole('textbox', { name: 'Titre', exact: true }).first().fill(title);
    await expect(page.getByText(title).first()).toBeVisible({ timeout: 1000 });
  }).toPass();
}

/** Saves the form, and waits until it is saved. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Enregistrer' }).last().click();
  await expect(page.getByText('Entrée enregistrée.')).toBeVisible();
}

/**
 * Saves a new article with a title that resembles that of the article at `address`, expects a question about it, and
 * answers no.
 */
export async function expectQuestionAboutNearArticle(
  page: Page,
  title: string,
  address: string,
): Promise<void> {
  await fillTitle(page, title);
  const asked: string[] = [];
  page.once('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await page.getByRole('button', { name: 'Enregistrer' }).last().click();
  await expect(page.getByRole('alertdialog')).toContainText(address);
  expect(asked).toEqual([expect.stringContaining('Un article proche existe déjà')]);
  await page.getByRole('alertdialog').getByRole('button').last().click();
}

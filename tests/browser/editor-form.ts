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

/** Chooses a focal point by a click on the cover, in percent; then moves it to the right by an arrow key. */
export async function chooseFocalPoint(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  const cover = page.getByRole('slider', { name: /Cadrage/u });
  const written = page.getByRole('textbox', { name: 'Cadrage', exact: true });
  const { width, height } = (await cover.boundingBox()) ?? { width: 0, height: 0 };
  await cover.click({ position: { x: (width * x) / 100, y: (height * y) / 100 } });
  await expect(written).toHaveValue(`${x} % ${y} %`);
  await cover.press('ArrowRight');
  await expect(written).toHaveValue(`${x + 5} % ${y} %`);
}

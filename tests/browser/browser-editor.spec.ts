import { type ChildProcess, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { copySite, type SiteCopy } from '../site-copy.ts';
import { EXIF, flag } from '../unit/images/photographs.ts';
import { type FolderFiles, giveFolder, readFolder, writeFile } from './browser-folder.ts';
import { chooseFocalPoint, expectQuestionAboutNearArticle, fillTitle, save } from './editor-form.ts';
import { expect, test as strictTest } from './helpers.ts';
import { serveCopy } from './served-copy.ts';

const LEAD = 'geants-tech-empreinte-carbone-ia-generative';
const SLUG = 'l-ete-des-coeurs-ou-l-on-essaie';
const TITLE = 'L’été des cœurs : où l’on essaie';

/**
 * Sveltia requests other sites and the policy of its page blocks them, so these violations are expected. `openEditor`
 * checks that no request succeeds.
 */
const test = strictTest.extend<{ violations: string[] }>({
  violations: async ({}, use) => {
    await use([]);
  },
});

test.describe.configure({ mode: 'serial' });
// The window is tall, because Sveltia renders a field only when it comes into view.
test.use({ viewport: { width: 1400, height: 2600 }, actionTimeout: 60_000 });

let copy: SiteCopy;
let server: ChildProcess;
let origin = '';

test.beforeAll(async () => {
  copy = copySite([LEAD]);
  copy.build('dist', { REDACTION: '1' });
  [server, origin] = await serveCopy(copy);
});

test.afterAll(() => {
  server.kill();
  copy.remove();
});

function contentOfCopy(): FolderFiles {
  const paths = readdirSync(join(copy.root, 'content'), { recursive: true, encoding: 'utf8' })
    .map((name) => `content/${name}`)
    .filter((path) => statSync(join(copy.root, path)).isFile());
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(copy.root, path), 'base64')]));
}

/** Writes the files that the editor saved into the copy of the project. Returns the paths of the changed files. */
async function bringBack(page: Page): Promise<string[]> {
  const before = contentOfCopy();
  const after = await readFolder(page);
  expect(Object.keys(before).filter((path) => !(path in after))).toEqual([]);
  const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
  for (const path of changed) {
    mkdirSync(dirname(join(copy.root, path)), { recursive: true });
    writeFileSync(join(copy.root, path), after[path] ?? '', 'base64');
  }
  return changed.sort();
}

/** The requests to other origins that the page’s policy allowed. */
const allowed: string[] = [];
test.afterEach(() => expect(allowed, 'what leaves the computer when the magazine has no host').toEqual([]));

/** Opens the editor on a folder. */
async function openEditor(page: Page): Promise<void> {
  page.on('requestfailed', (request) => {
    const isOutside = /^https?:/u.test(request.url()) && !request.url().startsWith(origin);
    if (isOutside && request.failure()?.errorText !== 'csp') allowed.push(request.url());
  });
  page.on('requestfinished', (request) => {
    if (/^https?:/u.test(request.url()) && !request.url().startsWith(origin)) allowed.push(request.url());
  });
  await giveFolder(page, `${origin}/robots.txt`, contentOfCopy());
  await page.goto(`${origin}/redaction/`);
  await page.getByRole('button', { name: 'Travailler avec un dépôt local' }).click();
  await expect(page.getByRole('button', { name: 'Créer une entrée', exact: true })).toBeVisible();
}

interface Report {
  errors: number;
  problems: { file: string; severity: string; message: string }[];
}

const check = () =>
  JSON.parse(
    execFileSync(process.execPath, ['src/cli/check.ts', '--json'], { cwd: copy.root, encoding: 'utf8' }),
  ) as Report;

test('a new title changes one line of the article, and nothing leaves the computer', async ({ page }) => {
  const before = readFileSync(join(copy.root, `content/articles/${LEAD}/index.mdx`), 'utf8').split('\n');
  await openEditor(page);
  await page.getByText('Les géants de la Tech compensent').first().click();
  await fillTitle(page, 'Les géants de la Tech face à leur carbone');
  await save(page);
  expect(await bringBack(page)).toEqual([`content/articles/${LEAD}/index.mdx`]);
  const after = readFileSync(join(copy.root, `content/articles/${LEAD}/index.mdx`), 'utf8').split('\n');
  expect(after.length).toBe(before.length);
  expect(after.filter((line, index) => line !== before[index])).toEqual([
    'title: Les géants de la Tech face à leur carbone',
  ]);
});

test('a new article has its cover, its tags and a boxed note', async ({ page }) => {
  const box = (name: string) => page.getByRole('textbox', { name, exact: true });
  const cover = await flag(1600, 900).withExif(EXIF).png().toBuffer();
  await openEditor(page);
  await page.getByRole('button', { name: 'Créer une entrée', exact: true }).click();
  await fillTitle(page, TITLE);
  await box('Chapô').fill(
    'Un chapô écrit dans le navigateur, assez long pour les cinquante signes demandés.',
  );
  await page.locator('[data-key-path=publishedAt] input').fill('2026-11-20T09:30');
  await page.locator('[data-key-path=draft]').getByRole('switch').click();
  await page.getByRole('combobox', { name: 'Rubrique' }).click();
  await page.getByRole('option', { name: 'Comprendre' }).click();
  for (const tag of ['cloud computing', 'transition énergétique']) {
    await page.getByRole('combobox', { name: 'Étiquettes' }).click();
    await page.getByRole('option', { name: tag, exact: true }).click();
  }
  await page.getByRole('checkbox', { name: 'La rédaction' }).click();
  await page.getByRole('button', { name: 'Parcourir' }).click();
  await page
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name: 'Ma couverture d’été.png', mimeType: 'image/png', buffer: cover });
  await page.getByRole('dialog').getByRole('button', { name: 'Insérer' }).click();
  await chooseFocalPoint(page, { x: 30, y: 70 });
  await box('Texte alternatif').fill('Un aplat bleu, sans rien d’autre.');
  await box('Légende').fill('Une couverture d’essai.');
  await box('Crédit').fill('Illustration Innovations');
  const body = page.locator('[data-key-path=body]');
  await body
    .locator('textarea')
    .fill('Un premier paragraphe.\n\n## Un intertitre\n\nUn *second* paragraphe.');
  await body.getByRole('button', { name: 'Modifier en Markdown' }).click();
  await body.locator('.lexical-root').press('Control+End');
  await body.getByRole('button', { name: 'Insérer' }).click();
  await page.getByRole('menuitem', { name: /Un encadré/u }).click();
  await box('Le titre de l’encadré').fill('À retenir');
  await box('Contenu').fill('Trois mots suffisent.');
  await page
    .getByRole('dialog', { name: /Un encadré/u })
    .getByRole('button', { name: 'Insérer' })
    .click();
  await expect(page.getByRole('dialog', { name: /Un encadré/u })).toBeHidden();
  await expectQuestionAboutNearArticle(
    page,
    'L’empreinte carbone de l’IA générative, que compensent les géants',
    `/articles/${LEAD}/`,
  );
  await fillTitle(page, TITLE);
  await save(page);
  const [article = '', picture = '', ...others] = await bringBack(page);
  expect(others).toEqual([]);
  expect(article).toBe(`content/articles/${SLUG}/index.mdx`);
  expect(picture).toMatch(new RegExp(`^content/articles/${SLUG}/[a-z-]+\\.webp$`, 'u'));
  const saved = sharp(join(copy.root, picture));
  expect(await saved.metadata()).not.toHaveProperty('exif');
  expect((await saved.raw().toBuffer()).equals(await sharp(cover).raw().toBuffer())).toBe(true);
  const text = readFileSync(join(copy.root, article), 'utf8');
  expect(text).toContain('title: "L’été des cœurs : où l’on essaie"\n');
  expect(text).toContain('tags:\n  - cloud computing\n  - transition énergétique\n');
  expect(text).toContain(`src: ./${picture.split('/').at(-1)}\n`);
  expect(text).toContain('  focus: 35 % 70 %\n');
  expect(text).toContain('<Encadre titre="À retenir">\n\nTrois mots suffisent.\n\n</Encadre>\n');
});

test('what was written in the browser passes the checks and is published', () => {
  const report = check();
  expect(report.errors).toBe(0);
  const told = report.problems.filter(
    ({ severity, file }) => severity !== 'note' && file.includes('/articles/'),
  );
  expect(told).toEqual([]);
  const built = copy.build('dist-publie');
  expect(existsSync(join(built, `articles/${SLUG}/index.html`))).toBe(true);
  expect(existsSync(join(built, 'redaction'))).toBe(false);
  expect(readFileSync(join(built, `articles/${LEAD}/index.html`), 'utf8')).toContain('face à leur carbone');
});

test('Escape leaves the form as it is, and leaving it with unsaved work asks first', async ({ page }) => {
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await openEditor(page);
  await page.getByText('Les géants de la Tech').first().click();
  await fillTitle(page, 'Un titre que personne n’a enregistré');
  const title = page.getByRole('textbox', { name: 'Titre', exact: true }).first();
  await title.press('Escape');
  await expect(title).toHaveValue('Un titre que personne n’a enregistré');
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: 'Annuler la modification' }).first().click();
  await expect.poll(() => asked).toEqual([expect.stringContaining('n’est pas enregistré')]);
  await expect(title).toHaveValue('Un titre que personne n’a enregistré');
});

test('what a colleague saved meanwhile is not overwritten, and the form stays open', async ({ page }) => {
  const path = `content/articles/${LEAD}/index.mdx`;
  await openEditor(page);
  const opened = Buffer.from((await readFolder(page))[path] ?? '', 'base64').toString();
  await page.getByText('Les géants de la Tech').first().click();
  await fillTitle(page, 'Le titre de l’un');
  const saved = opened.replace('Un bilan a deux colonnes.', 'Un bilan a trois colonnes.');
  await writeFile(page, path, saved);
  await page.getByRole('button', { name: 'Enregistrer' }).last().click();
  await expect(page.getByRole('alertdialog')).toContainText('a changé sur le disque');
  const after = await readFolder(page);
  expect(Buffer.from(after[path] ?? '', 'base64').toString()).toBe(saved);
  expect(Object.keys(after).filter((name) => name.includes('tmp'))).toEqual([]);
  await page.getByRole('alertdialog').getByRole('button').last().click();
  await expect(page.getByRole('textbox', { name: 'Titre', exact: true }).first()).toHaveValue(
    'Le titre de l’un',
  );
});

test('a text that would stop publication is refused with its line; once escaped, it is saved as typed', async ({
  page,
}) => {
  const path = `content/articles/${LEAD}/index.mdx`;
  await openEditor(page);
  await page.getByText('Les géants de la Tech').first().click();
  await fillTitle(page, 'Un titre');
  const body = page.locator('[data-key-path=body] textarea');
  await body.fill('Un paragraphe.\n\nQuand a < b, {sic}.');
  await page.getByRole('button', { name: 'Enregistrer' }).last().click();
  await expect(page.getByRole('alertdialog')).toContainText('Texte, ligne 3 : ');
  await page.getByRole('alertdialog').getByRole('button').last().click();
  await body.fill('Un paragraphe.\n\nQuand a \\< b, \\{sic\\}.');
  await save(page);
  const text = Buffer.from((await readFolder(page))[path] ?? '', 'base64').toString();
  expect(text.endsWith('\n---\n\nUn paragraphe.\n\nQuand a \\< b, \\{sic\\}.\n')).toBe(true);
});

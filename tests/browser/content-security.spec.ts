import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySite, type SiteCopy } from '../site-copy.ts';
import { expect, LEAD_ARTICLE, noteViolations, test } from './helpers.ts';
import { searchInBrowser } from './search-page.ts';
import { serveCopy } from './served-copy.ts';

const LEAD = 'geants-tech-empreinte-carbone-ia-generative';
const PLAYER = 'https://www.youtube-nocookie.com';

test.describe('a violation of the policy', () => {
  for (const [name, violate] of Object.entries({
    'a script written in the page': () => {
      const script = document.createElement('script');
      script.append('document.title = "run"');
      document.body.append(script);
    },
    'a style attribute': () => {
      document.body.innerHTML = '<p style="color: red">';
    },
    'a style written in the page': () => {
      const style = document.createElement('style');
      style.append('p{}');
      document.head.append(style);
    },
    'a picture from elsewhere': () => {
      document.body.append(Object.assign(new Image(), { src: 'https://ailleurs.example/a.png' }));
    },
    'text read as HTML': () => {
      document.querySelector('main')?.insertAdjacentHTML('beforeend', '<b>b</b>');
    },
  }))
    test(`is heard of: ${name}`, async ({ browser, baseURL }) => {
      const page = await browser.newPage();
      const violations: string[] = [];
      await noteViolations(page, violations);
      await page.goto(`${baseURL}${LEAD_ARTICLE}`);
      expect(violations).toEqual([]);
      await page.evaluate(violate).catch(() => {});
      await expect.poll(() => violations.length).toBeGreaterThan(0);
      expect(await page.title()).not.toBe('run');
      await page.close();
    });
});

test('every template is visited and used without a violation', async ({ quietPage: page }) => {
  for (const address of [
    '/',
    '/rubriques/innovations-et-societes/',
    '/etiquettes/',
    '/etiquettes/cloud-computing/',
    '/auteurs/la-redaction/',
    '/archives/',
    '/mentions-legales/',
    '/corrections/',
    '/plan-du-site/',
    '/404.html',
    '/commentaires/merci/',
  ]) {
    await page.goto(address);
    await page.getByRole('radio', { name: 'Sombre' }).check();
    await page.emulateMedia({ media: 'print' });
    await page.emulateMedia({ media: null });
  }
  await page.goto('/articles/empreinte-carbone-ia/');
  await expect(page).toHaveURL(LEAD_ARTICLE);
  await page.locator('figure.chart').first().getByText('Voir les données').click();
  await page.getByLabel('Votre commentaire').scrollIntoViewIfNeeded();
  await page.getByLabel('Votre commentaire').fill('Merci.');
  await page.emulateMedia({ media: 'print' });
  await page.pdf();
  await page.emulateMedia({ media: null });
  await searchInBrowser(page);
  await page.goto('/recherche/?q=carbone');
  await expect(page.locator('search-results')).toHaveAttribute('data-state', 'found');
  // The search runs in a worker, and the page's policy allows this one by its address.
  expect(page.workers().map((worker) => new URL(worker.url()).pathname)).toEqual([
    '/pagefind/pagefind-worker.js',
  ]);
});

test.describe('an article with a video', () => {
  let copy: SiteCopy;
  let server: ChildProcess;
  let origin = '';

  test.beforeAll(async () => {
    copy = copySite([LEAD]);
    const file = `content/articles/${LEAD}/index.mdx`;
    const video = '<Video src="https://www.youtube.com/watch?v=abcdefghijk" titre="Un film" />';
    copy.write(file, `${readFileSync(join(copy.root, file), 'utf8')}\n${video}\n`);
    copy.build('dist');
    [server, origin] = await serveCopy(copy);
  });

  test.afterAll(() => {
    server?.kill();
    copy.remove();
  });

  test('plays it after a click, and frames nothing else', async ({ page, violations }) => {
    await page.route(`${PLAYER}/**`, (route) => route.fulfill({ contentType: 'text/html', body: 'le film' }));
    await page.goto(`${origin}${LEAD_ARTICLE}`);
    await page.getByRole('link', { name: /Un film/u }).click();
    await expect(page.frameLocator('click-video iframe').getByText('le film')).toBeVisible();
    expect(violations).toEqual([]);
  });
});

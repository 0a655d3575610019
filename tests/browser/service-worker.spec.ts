import { pathToFileURL } from 'node:url';
import { writeWorker } from '#integrations/service-worker.ts';
import { expect, LEAD_ARTICLE } from './helpers.ts';
import { keptAddresses, LIST, OTHER_ARTICLE, read, test } from './offline-reader.ts';

test('comments, the search index, ranges and other methods are the network’s alone', async ({
  page,
  site,
}) => {
  await read(page, site, LEAD_ARTICLE);
  const picture = await page
    .locator('.cover picture img')
    .evaluate((image: HTMLImageElement) => image.currentSrc);
  await page.evaluate(async (file) => {
    await fetch('/pagefind/pagefind-entry.json');
    await fetch('/flux.xml');
    await fetch('/commentaires/defi/');
    await fetch(`${file}?part`, { headers: { range: 'bytes=0-9' } });
    await fetch(location.href, { method: 'HEAD' });
  }, picture);
  expect(await keptAddresses(page, /pagefind|flux|commentaires|part/)).toEqual([]);
  await site.stop();
  for (const path of ['/pagefind/pagefind-entry.json', '/commentaires/defi/'])
    expect(
      await page.evaluate(
        (address) =>
          fetch(address).then(
            () => true,
            () => false,
          ),
        path,
      ),
      path,
    ).toBe(false);
});

test('a new worker takes the place of the old one, and keeps what was kept', async ({ page, site }) => {
  await read(page, site, LEAD_ARTICLE);
  site.change(
    'service-worker.js',
    (script) =>
      `${script}\nself.addEventListener('message', (event) => event.data === 'age' && event.source.postMessage('new'));`,
  );
  await page.goto(site.address + OTHER_ARTICLE);
  await page.evaluate(async () => {
    const heard = new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('message', ({ data }) => data === 'new' && resolve(data)),
    );
    // The browser looks for a new worker after the old one has been idle for a second.
    const ask = setInterval(() => {
      void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage('age'));
    }, 2000);
    await heard;
    clearInterval(ask);
  });
  await site.stop();
  await page.goto(site.address + LEAD_ARTICLE);
  await expect(page.getByRole('note')).toContainText('Copie du');
});

test('a magazine that gives it up erases what devices keep, and leaves no worker on them', async ({
  page,
  site,
}) => {
  await read(page, site, LEAD_ARTICLE);
  await page.locator('read-later button').click();
  await expect(page.locator('read-later [role=status]')).not.toBeEmpty();
  site.change('service-worker.js', () => '');
  await writeWorker('withdrawn', `${process.cwd()}/`, pathToFileURL(`${site.folder}/`), '/');
  await page.goto(`${site.address}/favicon.svg`);
  await page.goto(`${site.address}/flux.json`);
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
    .toBe(0);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});

test('all of it holds under a policy of Trusted Types', async ({ page, site }) => {
  const policy =
    "require-trusted-types-for 'script'; trusted-types service-worker; worker-src 'self'; connect-src 'self'";
  for (const path of [LEAD_ARTICLE, LIST])
    site.change(`${path}index.html`, (html) =>
      html.replace('<head>', `<head><meta http-equiv="Content-Security-Policy" content="${policy}">`),
    );
  const refused: string[] = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  await read(page, site, LEAD_ARTICLE);
  await page.locator('read-later button').click();
  await expect(page.locator('read-later [role=status]')).not.toBeEmpty();
  await page.goto(site.address + LIST);
  await expect(page.locator('reading-list li')).toHaveCount(1);
  expect(refused).toEqual([]);
});

test('a page that was only fetched ahead is not taken for one that was read', async ({ page, site }) => {
  await read(page, site, LEAD_ARTICLE);
  const link = page.locator('.related a').first();
  const path = (await link.getAttribute('href')) ?? '';
  const ahead = page.context().waitForEvent('request', (request) => request.url().endsWith(path));
  await link.hover();
  await ahead;
  await page.goto(site.address + LIST);
  await expect(page.locator('reading-list li')).toHaveCount(1);
  await page.goBack();
  await link.click();
  await read(page, site, path);
});

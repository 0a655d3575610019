import { mkdirSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import sharp from 'sharp';
import { readPalette } from '#content/files/site-look.ts';
import { launchBrowser } from './browser.ts';
import { serveSite } from '#cli/built-site/serve.ts';

/** Takes the screenshots of the editors' guide, from the page of the editorial components. */
const { paper } = readPalette(process.cwd()).light;
const SITE = '.cache/redaction';
const PICTURES = 'content/guide';
/** Size of the window, in CSS pixels. A screenshot has `SCALE` pixels per CSS pixel. */
const VIEWPORT = { width: 720, height: 900 };
const SCALE = 2;
const MARGIN = 40;

const { status } = spawnSync(`astro build --outDir ${SITE}`, {
  shell: true,
  stdio: 'inherit',
  env: { ...process.env, REDACTION: '1', ASTRO_TELEMETRY_DISABLED: '1' },
});
if (status !== 0) process.exit(status ?? 1);

const browser = await launchBrowser();
const site = await serveSite(SITE, '/');
try {
  const page = await browser.newPage({
    viewport: VIEWPORT,
    deviceScaleFactor: SCALE,
    locale: 'fr-FR',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(`${site.home}redaction/vocabulaire/`);
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  for (const example of await page.locator('[data-example]:not([data-example=Texte])').all()) {
    const name = await example.getAttribute('data-example');
    await example.scrollIntoViewIfNeeded();
    const shown = example.locator('.prose');
    await shown
      .locator('img')
      .evaluateAll((pictures) =>
        Promise.all((pictures as HTMLImageElement[]).map((picture) => picture.decode())),
      );
    await sharp(await shown.screenshot())
      .extend({ top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, background: paper })
      .webp({ quality: 80 })
      .toFile(`${PICTURES}/${name}.webp`);
    console.log(`${PICTURES}/${name}.webp`);
  }
} finally {
  await browser.close();
  await site.close();
}

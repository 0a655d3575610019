import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { launchBrowser } from '#cli/browser.ts';
import { startDevServer } from '../dev-server.ts';
import { inventArticle, slugOf } from './article.ts';
import { innovations, lists } from './engines.ts';

/**
 * `npm run bench:saves`: how long the development server takes to show a save in a browser, in a magazine of invented
 * articles (`-- --size 10000`). It tells milliseconds from the save to the words on the screen.
 */
const { values } = parseArgs({ options: { size: { type: 'string', default: '10000' } } });
const size = Number(values.size);
const SAVES = 6;
/** Time for what a save sets off to come to its end. */
const PAUSE = 8000;
/** What takes longer has gone wrong. */
const PATIENCE = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'saves-'));
const { root, prepare, write } = innovations(folder);
prepare(size - 1);
for (let index = 0; index < size; index += 1) write(inventArticle(index, size, lists));

const started = performance.now();
const { address, stop } = await startDevServer(root, { PUBLICATION_NOW: '2027-01-01T00:00:00Z' });

const slug = slugOf(Math.floor(size / 2));
const file = join(root, 'content/articles', slug, 'index.mdx');
const text = readFileSync(file, 'utf8');
const browser = await launchBrowser();

/** Until the page, which reloads itself, shows the words. */
async function seen(page: Page, words: string): Promise<void> {
  const shows = () => page.evaluate((text) => document.body.innerText.includes(text), words);
  // A page that is being replaced answers nothing.
  const until = performance.now() + PATIENCE;
  while (!(await shows().catch(() => false))) {
    if (performance.now() > until) throw new Error(`${words} never shows`);
    await setTimeout(5);
  }
}

try {
  const page = await browser.newPage();
  await page.goto(`${address}/articles/${slug}/`, { waitUntil: 'load', timeout: 0 });
  console.log(`first page: ${((performance.now() - started) / 1000).toFixed(1)} s after the start`);
  for (const kind of ['text', 'title'] as const) {
    const times: number[] = [];
    for (let save = 0; save < SAVES; save += 1) {
      await setTimeout(PAUSE);
      const words = `Nouveau${kind}${save}`;
      const saved = performance.now();
      writeFileSync(
        file,
        kind === 'text' ? `${text}\n${words}\n` : text.replace('title: "', `title: "${words} `),
      );
      await seen(page, words);
      times.push(Math.round(performance.now() - saved));
    }
    console.log(`${kind}, ${size} articles: ${times.toSorted((a, b) => a - b).join(', ')} ms`);
  }
} finally {
  await browser.close();
  stop();
  rmSync(folder, { recursive: true, force: true });
}

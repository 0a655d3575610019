import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type DevServer, startDevServer } from '../dev-server.ts';
import { copySite } from '../site-copy.ts';

const SLUG = 'geants-tech-empreinte-carbone-ia-generative';
const OTHER = 'deeptech-et-souverainete';
const FILE = `content/articles/${SLUG}/index.mdx`;
const PAGE = `/articles/${SLUG}/`;
/** In milliseconds: long enough for any machine, so a page that is still wrong after this time is a failure. */
const PATIENCE = 120_000;

/** When the file `hold` exists, Vite's next reading of the content ends only after Astro has written newer content. */
const HELD_READING = `{
  name: 'held-reading',
  enforce: 'post',
  transform: {
    filter: { id: /data-layer-content/ },
    async handler() {
      if (!fs.existsSync('hold')) return;
      fs.renameSync('hold', 'held');
      const time = () => fs.statSync('.astro/data-store.json').mtimeMs;
      for (const before = time(); time() === before; ) await new Promise((resolve) => setTimeout(resolve, 10));
    },
  },
}`;

const site = copySite([SLUG], tmpdir());
let server: DevServer;

beforeAll(async () => {
  const config = readFileSync('astro.config.mjs', 'utf8');
  const held = config.replace('  vite: {\n', `  vite: {\n    plugins: [${HELD_READING}],\n`);
  site.write('astro.config.mjs', `import fs from 'node:fs';\n${held}`);
  server = await startDevServer(site.root);
});

afterAll(() => {
  server.stop();
  site.remove();
});

async function load(path: string): Promise<{ status: number; html: string }> {
  const response = await fetch(server.address + path, { headers: { Accept: 'text/html' } });
  return { status: response.status, html: await response.text() };
}

/** Reloads a page, as an editor's browser does, until it has this text and this status. */
async function expectSoon(path: string, words: string, status = 200): Promise<void> {
  await expect
    .poll(() => load(path), { timeout: PATIENCE, interval: 100 })
    .toEqual({ status, html: expect.stringContaining(words) as string });
}

function edit(file: string, change: (text: string) => string): void {
  const before = readFileSync(join(site.root, file), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  site.write(file, after);
}

it('shows a saved text', async () => {
  await expectSoon(PAGE, '<h1');
  edit(FILE, (text) => `${text}\nUne phrase ajoutée.\n`);
  await expectSoon(PAGE, 'Une phrase ajoutée.');
});

it('shows a saved title, on its page and in the lists', async () => {
  edit(FILE, (text) => text.replace(/^title: .*$/mu, 'title: "Un titre tout neuf : le voici"'));
  await expectSoon(PAGE, 'Un titre tout neuf\u00A0: le voici');
  await expectSoon('/', 'Un titre tout neuf\u00A0: le voici');
});

it('shows a save that takes its time', async () => {
  const text = readFileSync(join(site.root, FILE), 'utf8');
  // Simulates a save on a busy machine: the file is first empty, and complete a moment later.
  site.write(FILE, '');
  await setTimeout(20);
  site.write(FILE, text.replace(/^title: .*$/mu, 'title: "Un titre écrit lentement"'));
  await expectSoon(PAGE, 'Un titre écrit lentement');
  await expectSoon('/', 'Un titre écrit lentement');
  edit(FILE, () => text);
  await expectSoon(PAGE, 'Un titre tout neuf');
});

it('tells a mistake in the page, until it is put right', async () => {
  edit(FILE, (text) => text.replace(/^category: /mu, 'category: in'));
  await expectSoon(PAGE, FILE, 500);
  edit(FILE, (text) => text.replace(/^category: in/mu, 'category: '));
  await expectSoon(PAGE, 'Un titre tout neuf');
});

it('shows an article that comes, and no more one that goes', async () => {
  const folder = `content/articles/${OTHER}`;
  cpSync(folder, join(site.root, folder), { recursive: true });
  await expectSoon(`/articles/${OTHER}/`, 'souveraineté');
  rmSync(join(site.root, folder), { recursive: true });
  await expectSoon(`/articles/${OTHER}/`, '', 404);
});

it('shows an article that comes while the content is read', async () => {
  site.write('hold', '');
  edit(FILE, (text) => text.replace(/^title: .*$/mu, 'title: "Un titre lu lentement"'));
  let isHeld = false;
  const reading = (async () => {
    while (!isHeld) await load(PAGE);
  })();
  await vi.waitUntil(() => (isHeld = existsSync(join(site.root, 'held'))), { timeout: PATIENCE });
  const folder = `content/articles/${OTHER}`;
  cpSync(folder, join(site.root, folder), { recursive: true });
  await reading;
  await expectSoon(`/articles/${OTHER}/`, 'souveraineté');
});

it('shows a comment that was added to the store', async () => {
  const comment = { id: '1', article: SLUG, name: 'Ada', date: '2026-11-20T10:00:00Z' };
  const comments = [{ ...comment, text: 'Un commentaire qui se voit.' }];
  site.write('comments.json', JSON.stringify({ version: 1, comments }));
  const options = { cwd: site.root };
  execFileSync(process.execPath, ['src/cli/comments.ts', 'importer', 'comments.json'], options);
  await expectSoon(PAGE, 'Un commentaire qui se voit');
});

it('shows what changes on all pages', async () => {
  edit('content/site.yaml', (text) => text.replace(/^name: .*$/mu, 'name: Autrement'));
  await expectSoon(PAGE, 'Autrement');
});

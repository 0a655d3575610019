import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { finishedPages } from '#integrations/finished-pages.ts';

const PAGE =
  '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>a</title></head><body><script>a()</script></body></html>';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'finished-pages-'));
  for (const folder of ['public/preuve', 'dist/preuve']) mkdirSync(join(root, folder), { recursive: true });
  for (const file of ['public/preuve/a.html', 'dist/preuve/a.html', 'dist/rendered.html'])
    writeFileSync(join(root, file), PAGE);
});
afterAll(() => rmSync(root, { recursive: true }));

/** Runs the integration's hook for the end of a build. */
async function run(): Promise<void> {
  const { hooks } = finishedPages();
  const folder = (name: string) => pathToFileURL(join(root, `${name}/`));
  await hooks['astro:config:done']?.({
    config: { root: folder('.'), base: '/', publicDir: folder('public') },
  } as never);
  await hooks['astro:build:done']?.({ dir: folder('dist') } as never);
}

it('gives its policy to a page that is copied as it is, and leaves those that are finished', async () => {
  await run();
  expect(readFileSync(join(root, 'dist/preuve/a.html'), 'utf8')).toMatch(
    /Content-Security-Policy.+'sha256-/iu,
  );
  expect(readFileSync(join(root, 'dist/rendered.html'), 'utf8')).toBe(PAGE);
  expect(readFileSync(join(root, 'public/preuve/a.html'), 'utf8')).toBe(PAGE);
});

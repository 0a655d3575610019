import { execFileSync, spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { findFreePort } from '#cli/lib/free-port.ts';
import { copySite, PUBLISHING, type SiteCopy } from '../site-copy.ts';

/** A magazine with a photograph; its articles are below /recits/. */
const MAGAZINE = 'tests/fixtures/magazine/content';
const PAGE = 'recits/de-la-fibre-a-la-pate/index.html';
/** What a quick build leaves out, by the names of its files. */
const LEFT_OUT = {
  avif: /\.avif$/u,
  crops: /_\d+x\d+(?:_[\d-]+)?\.jpg$/u,
  cards: /^partage\/.+\.png$/u,
  copies: /\.br$/u,
};
const COMPLETE = ['avif', 'crops', 'cards', 'copies'];
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };

let copy: SiteCopy;
beforeAll(() => {
  copy = copySite([]);
  rmSync(join(copy.root, 'content'), { recursive: true });
  cpSync(MAGAZINE, join(copy.root, 'content'), { recursive: true });
});
afterAll(() => copy.remove());

/** Options of a command in the copy, which has a cache of its own. */
const inCopy = (env: Record<string, string> = {}) => ({
  cwd: copy.root,
  env: { ...process.env, ...PUBLISHING, CACHE_FOLDER: join(copy.root, 'cold'), PREVIEW: '', ...env },
});

/** Runs the build of `npm start`, and returns the folder of the site. */
function buildQuickly(): string {
  execFileSync(process.execPath, ['src/cli/build.ts'], inCopy({ QUICK: '1' }));
  return join(copy.root, 'dist');
}

/** Which of the files that a quick build leaves out are in the built site. */
function present(site: string): string[] {
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
  return Object.entries(LEFT_OUT).flatMap(([kind, name]) =>
    files.some((file) => name.test(file)) ? [kind] : [],
  );
}

/** The formats in which the page of an article offers its pictures. */
function offered(site: string): string[] {
  const found = readFileSync(join(site, PAGE), 'utf8').matchAll(/type="?image\/(avif|webp)/gu);
  return [...new Set(Array.from(found, ([, format = '']) => format))];
}

it('`npm start` serves the pages of a quick build, then completes the site', async () => {
  expect(scripts.start).toBe('QUICK=1 npm run build && node src/cli/start.ts --complete');
  const site = buildQuickly();
  expect(present(site)).toEqual([]);
  expect(offered(site)).toEqual(['webp']);

  const port = String(await findFreePort());
  const server = spawn(process.execPath, ['src/cli/start.ts', '--complete'], inCopy({ PORT: port }));
  const exited = new Promise((resolve) => server.once('exit', resolve));
  try {
    await vi.waitUntil(() => offered(site).includes('avif') && present(site).length === COMPLETE.length, {
      timeout: 240_000,
      interval: 200,
    });
    const response = await fetch(`http://localhost:${port}/recits/de-la-fibre-a-la-pate/`);
    expect(await response.text()).toContain('image/avif');
  } finally {
    server.kill();
    await exited;
  }
});

it('a quick build keeps what the build before it made', () => {
  const site = buildQuickly();
  expect(present(site)).toEqual(COMPLETE);
  expect(offered(site)).toEqual(['avif', 'webp']);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRenderThreads, type RenderThreads } from '#engine/workers/render-workers.ts';

const PAGE = '<!doctype html><html><head><meta charset="utf-8"></head><body>Été</body></html>';

/** A bundle as Astro makes them: what its pages show is their address, and the styles that it was given. */
const BUNDLE = `
let internals;
export const app = {
  manifest: { routes: [{ routeData: { component: 'a.astro' } }, { routeData: { component: 'wrong.astro' } }] },
  setInternals: (given) => { internals = given; },
  setOptions: () => {},
  render: async (request, { routeData }) => {
    if (routeData.component === 'wrong.astro') throw new Error('wrong');
    const { pathname } = new URL(request.url);
    if (pathname === '/loin/') return new Response(null, { status: 301, headers: { Location: '/' } });
    return new Response(${JSON.stringify(PAGE)}.replace('</body>', pathname + internals.pagesByKeys.get('a').styles + '</body>'));
  },
};
`;

let folder: string;
let threads: RenderThreads;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'threads-'));
  writeFileSync(join(folder, 'entry.mjs'), BUNDLE);
  const entry = pathToFileURL(join(folder, 'entry.mjs')).href;
  threads = openRenderThreads(2, 64, {
    entry,
    pages: new Map([['a', { styles: 'styles' }]]),
  });
});
afterAll(async () => {
  await threads.close();
  rmSync(folder, { recursive: true });
});

let last = 0;
/** The page as it is written; `undefined` when it is not. */
const render = async (component: string, path: string) => {
  const file = join(folder, 'site', String((last += 1)), 'index.html');
  const isWritten = await threads.render({ component, url: `https://magazine.example${path}`, file });
  return isWritten ? readFileSync(file, 'utf8') : undefined;
};
const finished = (path: string) => PAGE.replace('</body>', `${path}styles</body>`);

describe('threads that render', () => {
  it('write pages as they are published, each its own when many are asked at once', async () => {
    const paths = Array.from({ length: 20 }, (_, number) => `/${number}/`);
    expect(await Promise.all(paths.map((path) => render('a.astro', path)))).toEqual(paths.map(finished));
  });

  it('leave to the build what they cannot render, and what is no page', async () => {
    expect(await render('wrong.astro', '/')).toBeUndefined();
    expect(await render('unknown.astro', '/')).toBeUndefined();
    expect(await render('a.astro', '/loin/')).toBeUndefined();
  });

  it('leave to the build what cannot be written', async () => {
    const file = join(folder, 'entry.mjs', 'index.html');
    expect(await threads.render({ component: 'a.astro', url: 'https://magazine.example/', file })).toBe(
      false,
    );
  });

  it('say when they have enough to do', async () => {
    expect(threads.hasRoom()).toBe(true);
    const asked = Array.from({ length: 12 }, () => render('a.astro', '/'));
    expect(threads.hasRoom()).toBe(false);
    await Promise.all(asked);
    expect(threads.hasRoom()).toBe(true);
  });

  it('are done without when they are gone', async () => {
    const lost = openRenderThreads(1, 64, {
      entry: 'file:///nowhere.mjs',
      pages: new Map(),
    });
    const page = { component: 'a.astro', url: 'https://magazine.example/', file: null };
    expect(await lost.render(page)).toBe(false);
    await lost.close();
  });
});

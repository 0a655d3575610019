import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkers, type WorkerPool } from '#engine/workers/worker-pool.ts';

/** A bundle like Astro's, whose pages show their address and the styles that they receive. */
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
    return new Response('Été ' + pathname + internals.pagesByKeys.get('a').styles);
  },
};
`;

let folder: string;
let pool: WorkerPool;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'workers-'));
  writeFileSync(join(folder, 'entry.mjs'), BUNDLE);
  const entry = pathToFileURL(join(folder, 'entry.mjs')).href;
  pool = openWorkers(2, 64, { entry, pages: new Map([['a', { styles: 'styles' }]]) });
});
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

const render = async (component: string, path: string) => {
  const page = await pool.render({ component, url: `https://magazine.example${path}` });
  return page && Buffer.from(page).toString();
};

describe('render workers', () => {
  it('answer each page with its own bytes when many are asked for at once', async () => {
    const paths = Array.from({ length: 20 }, (_, number) => `/${number}/`);
    expect(await Promise.all(paths.map((path) => render('a.astro', path)))).toEqual(
      paths.map((path) => `Été ${path}styles`),
    );
  });

  it.each([
    ['a page that fails', 'wrong.astro', '/'],
    ['an unknown page', 'unknown.astro', '/'],
    ['a redirect', 'a.astro', '/loin/'],
  ])('give back %s to the build', async (_, component, path) => {
    expect(await render(component, path)).toBeNull();
  });

  it('have room until each has a queue of pages', async () => {
    expect(pool.hasRoom()).toBe(true);
    const asked = Array.from({ length: 12 }, () => render('a.astro', '/'));
    expect(pool.hasRoom()).toBe(false);
    await Promise.all(asked);
    expect(pool.hasRoom()).toBe(true);
  });

  it('that die give back their pages to the build, and take no other', async () => {
    const lost = openWorkers(1, 64, { entry: 'file:///nowhere.mjs', pages: new Map() });
    const page = { component: 'a.astro', url: 'https://magazine.example/' };
    expect(await lost.render(page)).toBeNull();
    await lost.close();
  });
});

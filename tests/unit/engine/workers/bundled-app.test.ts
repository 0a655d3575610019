import { describe, expect, it } from 'vitest';
import { type BundledApp, keepModules, renderQuickly } from '#engine/workers/bundled-app.ts';

const routeData = { component: 'src/pages/index.astro' };
const app = (status: number) =>
  ({
    manifest: { routes: [{ routeData }] },
    render: (request: Request, options: { routeData: unknown }) =>
      Promise.resolve(new Response(`${request.url} ${String(options.routeData === routeData)}`, { status })),
  }) as unknown as BundledApp;

describe('a bundle that renders', () => {
  const render = (status: number, component: string) =>
    renderQuickly(app(status), component, 'https://magazine.example/');

  it('gives the bytes of a page, by the route of the file that draws it', async () => {
    const page = await render(200, 'src/pages/index.astro');
    expect(page).toBe('https://magazine.example/ true');
  });

  it('gives nothing where Astro must tell what is wrong', async () => {
    expect(await render(500, 'src/pages/index.astro')).toBeNull();
    expect(await render(200, 'src/pages/autre.astro')).toBeNull();
  });

  it('loads each module once, when it is first asked for', async () => {
    let loads = 0;
    const load = () => Promise.resolve((loads += 1));
    const pageMap = new Map([['page', load]]);
    keepModules({ manifest: { routes: [], pageMap } } as unknown as BundledApp);
    expect(loads).toBe(0);
    expect([await pageMap.get('page')?.(), await pageMap.get('page')?.()]).toEqual([1, 1]);
  });
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroConfig } from 'astro';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { beginSitemap, datedSitemap } from '#integrations/dated-sitemap.ts';
import { keepSitemap } from '#integrations/kept-sitemap.ts';
import type { PathToRender } from '#integrations/page-files.ts';

vi.mock('#integrations/kept-sitemap.ts', { spy: true });

let output: string;
beforeEach(() => {
  output = mkdtempSync(join(tmpdir(), 'sitemap-'));
  vi.stubEnv('CACHE_FOLDER', join(output, 'cache'));
  vi.mocked(keepSitemap).mockClear();
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(output, { recursive: true });
});

const config = (site?: string) =>
  ({
    root: pathToFileURL(`${process.cwd()}/`),
    base: '/',
    site,
    trailingSlash: 'always',
    build: { format: 'directory' },
  }) as AstroConfig;
const SITE = 'https://magazine.example';

const pageOf = (pathname: string) => ({ pathname, route: { type: 'page' } }) as PathToRender;
const PATHS = [
  ...['/', '/articles/un/', '/articles/deux'].map(pageOf),
  { pathname: '/flux.xml', route: { type: 'endpoint' } } as PathToRender,
];

/** What the sitemap of a build says, once these pages are built. */
async function build(built: readonly string[], site?: string): Promise<string[]> {
  const { hooks } = datedSitemap();
  await hooks['astro:config:done']?.({ config: config(site) } as never);
  const dir = pathToFileURL(`${output}/`);
  const logger = { warn: () => undefined };
  await hooks['astro:build:done']?.({
    dir,
    pages: built.map((pathname) => ({ pathname })),
    logger,
  } as never);
  const text = readFileSync(join(output, 'sitemap-0.xml'), 'utf8');
  return [...text.matchAll(/<loc>(.*?)<\/loc>/gu)].map(([, address = '']) => address);
}

it('is made by a thread, of the pages that are built', async () => {
  beginSitemap(config(SITE), PATHS);
  const said = await build(['', 'articles/un/', 'articles/deux/'], SITE);
  expect(said.sort()).toEqual([`${SITE}/`, `${SITE}/articles/deux/`, `${SITE}/articles/un/`]);
  expect(keepSitemap).not.toHaveBeenCalled();
});

it('is made at the end where other pages were built than the thread was told of', async () => {
  beginSitemap(config(SITE), PATHS);
  expect(await build(['', 'articles/un/'], SITE)).toEqual([`${SITE}/`, `${SITE}/articles/un/`]);
  expect(keepSitemap).toHaveBeenCalledOnce();
});

it('is tried again, to say why, where the thread could not make it', async () => {
  beginSitemap(config(), PATHS);
  await expect(build(['', 'articles/un/', 'articles/deux/'])).rejects.toThrow('no sitemap');
  expect(keepSitemap).toHaveBeenCalledOnce();
});

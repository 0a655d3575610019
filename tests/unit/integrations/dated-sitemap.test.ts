import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { datedSitemap } from '#integrations/dated-sitemap.ts';

const write = vi.hoisted(() => vi.fn());
const files = vi.hoisted(() => ({ published: [{ slug: 'a', data: {} }] }));
vi.mock('@astrojs/sitemap', () => ({
  default: vi.fn(() => ({ name: 'sitemap', hooks: { 'astro:build:done': write } })),
}));
vi.mock('#integrations/published.ts', () => ({ publishedFiles: () => files.published }));
vi.mock('#content/list-files.ts', () => ({
  readListFiles: () => ({ categoryPaths: new Map(), tagSlugs: new Map(), pageUpdates: new Map() }),
}));

const published = (day: string) => [
  {
    slug: 'a',
    data: { publishedAt: new Date(day), category: 'c', tags: [], authors: [], aliases: [], corrections: [] },
  },
];

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sitemap-'));
  vi.stubEnv('CACHE_FOLDER', join(root, 'cache'));
  files.published = published('2026-06-01');
  write.mockReset().mockImplementation(({ dir }: { dir: URL }) => {
    writeFileSync(new URL('sitemap-index.xml', dir), 'index');
    writeFileSync(new URL('sitemap-0.xml', dir), `written ${write.mock.calls.length}`);
  });
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

/** Builds into an empty folder; gives what its sitemap says. */
async function build(...pathnames: string[]): Promise<string> {
  const output = join(root, 'site');
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output);
  const { hooks } = datedSitemap();
  const config = {
    root: pathToFileURL(`${root}/`),
    base: '/',
    site: 'https://magazine.example',
    build: { format: 'directory' },
  };
  await hooks['astro:config:done']?.({ config } as never);
  const done = { dir: pathToFileURL(`${output}/`), pages: pathnames.map((pathname) => ({ pathname })) };
  await hooks['astro:build:done']?.(done as never);
  expect(existsSync(join(output, 'sitemap-index.xml'))).toBe(true);
  return readFileSync(join(output, 'sitemap-0.xml'), 'utf8');
}

describe('the sitemap', () => {
  it('is made once as long as it says the same, whatever the order of pages', async () => {
    expect(await build('a/', 'b/')).toBe('written 1');
    expect(await build('b/', 'a/')).toBe('written 1');
  });

  it('is made again for another page and for another date, and the last alone is kept', async () => {
    await build('a/');
    expect(await build('a/', 'b/')).toBe('written 2');
    files.published = published('2026-06-02');
    expect(await build('a/', 'b/')).toBe('written 3');
    expect(readdirSync(join(root, 'cache/sitemap'))).toHaveLength(1);
  });

  it('is missed: a build without one fails, and the next one makes it', async () => {
    write.mockImplementationOnce(() => {});
    await expect(build('a/')).rejects.toThrow('no sitemap');
    expect(await build('a/')).toBe('written 2');
  });
});

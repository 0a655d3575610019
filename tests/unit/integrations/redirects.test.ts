import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { redirects } from '#integrations/redirects.ts';

const published = vi.hoisted(() => ({ files: [] as { slug: string; aliases: string[] }[] }));
vi.mock('#content/files/redirects.ts', () => ({
  redirectsOf: () =>
    Object.fromEntries(
      published.files.flatMap(({ slug, aliases }) => aliases.map((alias) => [alias, `/articles/${slug}/`])),
    ),
}));

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'adresses-'))));
afterEach(() => rmSync(folder, { recursive: true }));

async function build(alias: string): Promise<void> {
  published.files = [{ slug: 'neuf', aliases: [alias] }];
  const { hooks } = redirects();
  const dir = pathToFileURL(`${folder}/`);
  const config = { root: dir, base: '/', site: 'https://innovations.example' };
  await hooks['astro:config:done']?.({ config } as never);
  await hooks['astro:build:done']?.({ dir } as never);
}

it('leads from an old address to the new one, build after build', async () => {
  await build('/2024/vieux/');
  await build('/2024/vieux/');
  expect(readFileSync(join(folder, '2024/vieux/index.html'), 'utf8')).toContain('url=/articles/neuf/');
  expect(readFileSync(join(folder, '_redirects'), 'utf8')).toBe('/2024/vieux/ /articles/neuf/ 301\n');
});

it('leaves the feeds of a list at its old address', async () => {
  mkdirSync(join(folder, 'articles/neuf'), { recursive: true });
  writeFileSync(join(folder, 'articles/neuf/flux.xml'), '<rss/>');
  await build('/2024/vieux/');
  expect(readFileSync(join(folder, '2024/vieux/flux.xml'), 'utf8')).toBe('<rss/>');
});

it('takes the place of no page of the site', async () => {
  const page = join(folder, 'recherche/index.html');
  mkdirSync(join(folder, 'recherche'));
  writeFileSync(page, '<h1>Recherche</h1>');
  await expect(build('/recherche/')).rejects.toThrow('« /recherche/ » est celle d’une page du site');
  expect(readFileSync(page, 'utf8')).toBe('<h1>Recherche</h1>');
});

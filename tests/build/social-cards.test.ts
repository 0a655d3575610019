import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ROUTES } from '#routes.ts';
import { folderOf, base, pages, parse, root } from './dist.ts';

const MAX_BYTES = 300_000;

const shared = pages.map((page) => {
  const meta = (property: string) =>
    parse(page).querySelector(`meta[property="${property}"]`)?.getAttribute('content') ?? '';
  const address = meta('og:image');
  const file = join(root, new URL(address).pathname.slice(base.length));
  const size = `${meta('og:image:width')}x${meta('og:image:height')}`;
  return { page, address, file, size, alt: meta('og:image:alt') };
});

describe('the social card of a page', () => {
  it('is there, at an absolute address', () => {
    for (const { page, address, file } of shared) {
      expect(address, page).toMatch(/^https:\/\//u);
      expect(existsSync(file), `${page} → ${address}`).toBe(true);
    }
  });

  it('is 1200 × 630 pixels, says so, and is under 300 kB', async () => {
    for (const { size, page } of shared) expect(size, page).toBe('1200x630');
    for (const file of new Set(shared.map(({ file }) => file))) {
      const { width, height } = await sharp(file).metadata();
      expect([width, height], file).toEqual([1200, 630]);
      expect(statSync(file).size, file).toBeLessThan(MAX_BYTES);
    }
  });

  it('is described', () => {
    for (const { alt, page } of shared) expect(alt.length, page).toBeGreaterThan(10);
  });

  it('is its own for each article and each category', () => {
    const folders = [ROUTES.article, ROUTES.category].map(folderOf);
    const own = shared.filter(({ page }) => folders.some((folder) => page.startsWith(folder)));
    expect(new Set(own.map(({ file }) => file)).size).toBe(own.length);
  });
});

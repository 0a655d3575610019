import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';

const root = 'dist';
const MOST_BYTES = 300_000;

interface Shared {
  page: string;
  address: string;
  file: string;
  alt: string;
  size: string;
}
let shared: Shared[] = [];

beforeAll(async () => {
  const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );
  shared = await Promise.all(
    pages.map(async (page) => {
      const { document } = parseHTML(await readFile(join(root, page), 'utf8'));
      const meta = (property: string) =>
        document.querySelector(`meta[property="${property}"]`)?.getAttribute('content') ?? '';
      const base = document.querySelector('.wordmark')?.getAttribute('href') ?? '';
      const address = meta('og:image');
      const file = join(root, new URL(address).pathname.slice(base.length));
      const size = `${meta('og:image:width')}x${meta('og:image:height')}`;
      return { page, address, file, size, alt: meta('og:image:alt') };
    }),
  );
});

describe('the picture that stands for a shared page', () => {
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
      expect(statSync(file).size, file).toBeLessThan(MOST_BYTES);
    }
  });

  it('is described', () => {
    for (const { alt, page } of shared) expect(alt.length, page).toBeGreaterThan(10);
  });

  it('is its own for each article and each category', () => {
    const own = shared.filter(({ page }) => /^(?:articles|rubriques)\//u.test(page));
    expect(own.length).toBeGreaterThan(5);
    expect(new Set(own.map(({ file }) => file)).size).toBe(own.length);
  });
});

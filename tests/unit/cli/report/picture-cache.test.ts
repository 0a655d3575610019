import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkPictures } from '#cli/report/sides.ts';
import { cachedBytes } from '#storage/content-cache.ts';

let root = '';
const shared = () => join(root, 'shared');
const own = () => join(root, 'own');
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pictures-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Adds a picture to a cache, as a build does. */
async function draw(cache: string, kind: 'pictures' | 'social-cards', name: string): Promise<void> {
  process.env['CACHE_FOLDER'] = cache;
  try {
    await cachedBytes(root, kind, name, () => Promise.resolve(Buffer.from(name)));
  } finally {
    delete process.env['CACHE_FOLDER'];
  }
}

describe('the pictures of two builds', () => {
  it('are those that the project has drawn, of every kind', async () => {
    await draw(shared(), 'pictures', 'cover.avif');
    await draw(shared(), 'social-cards', 'cover.png');
    expect(linkPictures(shared(), own())).toBe(2);
    expect(readFileSync(join(own(), 'pictures/cover.avif.entry'), 'utf8')).toMatch(/\ncover\.avif$/u);
    expect(readFileSync(join(own(), 'social-cards/cover.png.entry'), 'utf8')).toMatch(/\ncover\.png$/u);
  });

  it('go back to the project when they are new, and nothing of it is lost', async () => {
    await draw(shared(), 'pictures', 'old.avif');
    linkPictures(shared(), own());
    await draw(own(), 'pictures', 'new.avif');
    rmSync(join(own(), 'pictures/old.avif.entry'));
    linkPictures(own(), shared());
    expect(readdirSync(join(shared(), 'pictures')).sort()).toEqual(['new.avif.entry', 'old.avif.entry']);
  });

  it('are none in a project that was never built', () => {
    mkdirSync(shared());
    writeFileSync(join(shared(), 'data-store.json'), '{}');
    expect(linkPictures(shared(), own())).toBe(0);
  });
});

import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPictures } from '#images/picture-catalogue.ts';

const FILE = 'content/articles/un/couverture.png';
const draw = (background: string) =>
  sharp({ create: { width: 40, height: 20, channels: 3, background } })
    .png()
    .toBuffer();

let root: string;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'pictures-'));
  vi.stubEnv('CACHE_FOLDER', join(root, 'cache'));
  mkdirSync(join(root, 'content/articles/un'), { recursive: true });
  writeFileSync(join(root, FILE), await draw('red'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

describe('the description of a picture', () => {
  it('stays the same in the next build until the bytes of its file change', async () => {
    const pictures = openPictures(root);
    const first = await pictures.describe(FILE);
    expect([first.width, first.height]).toEqual([40, 20]);
    pictures.save();
    const next = openPictures(root);
    expect(await next.describe(FILE)).toEqual(first);
    utimesSync(join(root, FILE), 1000, 1000);
    expect(await next.describe(FILE)).toEqual(first);
    writeFileSync(join(root, FILE), await draw('blue'));
    expect((await next.describe(FILE)).digest).not.toBe(first.digest);
  });
});

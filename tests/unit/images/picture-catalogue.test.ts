import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPictures } from '#images/picture-catalogue.ts';
import { PICTURE_WIDTHS, variantName, variantsOf } from '#lib/pictures.ts';
import { cachedBytes } from '#storage/content-cache.ts';

const FILE = 'content/articles/un/couverture.png';
const draw = (background: string, width = 40) =>
  sharp({ create: { width, height: 20, channels: 3, background } })
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

  it.each(['cover', 'body'] as const)(
    'offers AVIF in a quick build once another has drawn it for its place (%s)',
    async (place) => {
      vi.stubEnv('QUICK', '1');
      writeFileSync(join(root, FILE), await draw('red', 2000));
      const pictures = openPictures(root);
      const picture = await pictures.describe(FILE);
      expect(picture.formats).toEqual(['webp']);
      const drawn = variantsOf({ ...picture, formats: ['avif'] }, PICTURE_WIDTHS[place]);
      for (const variant of drawn)
        await cachedBytes(root, 'pictures', variantName(picture, variant), () => draw('red'));
      expect((await pictures.describe(FILE)).formats).toEqual(['avif', 'webp']);
    },
  );
});

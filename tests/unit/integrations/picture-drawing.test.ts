import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openPicture } from '#integrations/picture-drawing.ts';

const [RED, BLUE] = ['#c8102e', '#0b3d91'];

/** A flag of two colours, as wide as it is told. */
const drawing = (width: number, height: number) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="50%" height="100%" fill="${RED}"/><rect x="50%" width="50%" height="100%" fill="${BLUE}"/></svg>`,
  );
const sizeOf = async (bytes: Buffer) => {
  const { width, height, pageHeight, format, pages } = await sharp(bytes, { pages: -1 }).metadata();
  return { width, height: pageHeight ?? height, format, pages: pages ?? 1 };
};

describe('a picture that is opened', () => {
  it('gives every cut that is asked of it, in its size and format', async () => {
    const cut = openPicture(drawing(3000, 1500));
    expect(await sizeOf(await cut({ width: 480, height: null, format: 'webp' }))).toMatchObject({
      ...{ width: 480, height: 240, format: 'webp' },
    });
    expect(await sizeOf(await cut({ width: 300, height: 300, format: 'jpg' }))).toMatchObject({
      ...{ width: 300, height: 300, format: 'jpeg' },
    });
    expect(await sizeOf(await cut({ width: 320, height: null, format: 'avif' }))).toMatchObject({
      ...{ width: 320, height: 160, format: 'heif' },
    });
  });

  it('keeps its colours, and is never enlarged', async () => {
    const small = await openPicture(drawing(200, 100))({ width: 480, height: null, format: 'webp' });
    expect(await sizeOf(small)).toMatchObject({ width: 200, height: 100 });
    const { data } = await sharp(small).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const [red = 0, green = 0, blue = 0] = data;
    expect(Math.abs(red - 0xc8) + Math.abs(green - 0x10) + Math.abs(blue - 0x2e)).toBeLessThan(12);
  });

  it('is turned as its camera says', async () => {
    const turned = await sharp(drawing(200, 100)).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const cut = await openPicture(turned)({ width: 100, height: null, format: 'jpg' });
    expect(await sizeOf(cut)).toMatchObject({ width: 100, height: 200 });
  });

  it('goes on moving when it moves', async () => {
    const frames = await Promise.all(
      [drawing(200, 100), drawing(200, 100)].map((frame, index) =>
        sharp(frame)
          .modulate({ hue: index * 90 })
          .png()
          .toBuffer(),
      ),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const cut = await openPicture(moving)({ width: 100, height: null, format: 'webp' });
    expect(await sizeOf(cut)).toMatchObject({ width: 100, height: 50, pages: 2 });
  });

  it('says what it is not when it cannot be read', async () => {
    await expect(
      openPicture(Buffer.from('not a picture'))({ width: 10, height: null, format: 'jpg' }),
    ).rejects.toThrow(/unsupported/iu);
  });
});

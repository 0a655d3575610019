import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { openPicture } from '#images/variant-drawing.ts';

const [RED, BLUE] = ['#c8102e', '#0b3d91'];

/** A drawing of two colours that declares this size. */
const drawing = (width: number, height: number) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="50%" height="100%" fill="${RED}"/><rect x="50%" width="50%" height="100%" fill="${BLUE}"/></svg>`,
  );
const sizeOf = async (bytes: Buffer) => {
  const { width, height, pageHeight, format, pages } = await sharp(bytes, { pages: -1 }).metadata();
  return { width, height: pageHeight ?? height, format, pages: pages ?? 1 };
};

describe('a picture', () => {
  it('has variants of each size and format', async () => {
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
    const flag = await sharp(drawing(200, 100)).png().toBuffer();
    const small = await openPicture(flag)({ width: 480, height: null, format: 'webp' });
    expect(await sizeOf(small)).toMatchObject({ width: 200, height: 100 });
    const { data } = await sharp(small).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const [red = 0, green = 0, blue = 0] = data;
    expect(Math.abs(red - 0xc8) + Math.abs(green - 0x10) + Math.abs(blue - 0x2e)).toBeLessThan(12);
  });

  it.each([
    ['no size', 'viewBox="0 0 16 9"'],
    ['a size in millimetres', 'width="16mm" height="9mm" viewBox="0 0 16 9"'],
    ['all the room there is', 'width="100%" height="100%" viewBox="0 0 16 9"'],
    ['a small size', 'width="16" height="9" viewBox="0 0 16 9"'],
    ['a large size', 'width="16000" height="9000" viewBox="0 0 16 9"'],
    ['a huge size', 'width="80000" height="45000" viewBox="0 0 16 9"'],
    ['a size without a window', 'width="16" height="9"'],
  ])('is drawn sharp at any width, when it is a drawing that declares %s', async (_name, size) => {
    const halves = `<rect width="8" height="9" fill="${RED}"/><rect x="8" width="8" height="9" fill="${BLUE}"/>`;
    const drawn = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${halves}</svg>`);
    const cut = await openPicture(drawn)({ width: 800, height: null, format: 'webp' });
    const { data, info } = await sharp(cut).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([800, 450]);
    const redAt = (x: number) => data[(225 * info.width + x) * 3] ?? 0;
    // The edge is sharp: it takes a few pixels, while that of an enlarged picture would take fifty.
    expect(redAt(395) - redAt(405)).toBeGreaterThan(150);
  });

  it('has the colour of the page behind a JPEG, and stays transparent in other formats', async () => {
    const line = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90"><path d="M0 0H9" stroke="#000"/></svg>',
    );
    for (const source of [line, await sharp(line).png().toBuffer()]) {
      const cut = openPicture(source);
      for (const height of [null, 60]) {
        const jpeg = await cut({ width: 60, height, format: 'jpg' });
        const { data } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
        expect(Math.min(...data.subarray(-3))).toBeGreaterThan(0xe8);
      }
      const { hasAlpha } = await sharp(await cut({ width: 60, height: null, format: 'webp' })).metadata();
      expect(hasAlpha).toBe(true);
    }
  });

  it.each<readonly [string, (flag: Sharp) => Sharp]>([
    ['CMYK', (flag) => flag.flatten().toColourspace('cmyk').jpeg()],
    ['16 bits', (flag) => flag.toColourspace('rgb16').png()],
    ['a palette', (flag) => flag.png({ palette: true, colours: 4 })],
  ])('keeps its colours in %s', async (_name, encode) => {
    const source = await encode(sharp(drawing(200, 100))).toBuffer();
    const cut = await openPicture(source)({ width: 100, height: null, format: 'jpg' });
    const { data } = await sharp(cut).raw().toBuffer({ resolveWithObject: true });
    const [red = 0, green = 0, blue = 0] = data;
    expect(red).toBeGreaterThan(150);
    expect(Math.max(green, blue)).toBeLessThan(90);
  });

  it('stays grey when it is', async () => {
    const grey = await sharp(drawing(200, 100)).flatten().greyscale().toColourspace('b-w').png().toBuffer();
    const cut = await openPicture(grey)({ width: 100, height: 100, format: 'jpg' });
    expect(await sizeOf(cut)).toMatchObject({ width: 100, height: 100, format: 'jpeg' });
  });

  it('is turned upright', async () => {
    const turned = await sharp(drawing(200, 100)).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const cut = await openPicture(turned)({ width: 100, height: null, format: 'jpg' });
    expect(await sizeOf(cut)).toMatchObject({ width: 100, height: 200 });
  });

  it.each(['gif', 'webp'] as const)('shows the first frame of an animation (%s)', async (format) => {
    const frames = await Promise.all(
      [drawing(200, 100), drawing(200, 100)].map((frame, index) =>
        sharp(frame)
          .modulate({ hue: index * 90 })
          .png()
          .toBuffer(),
      ),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .toFormat(format)
      .toBuffer();
    const cut = openPicture(moving);
    for (const still of ['webp', 'avif', 'jpg'] as const)
      expect(await sizeOf(await cut({ width: 100, height: null, format: still }))).toMatchObject({
        ...{ width: 100, height: 50, pages: 1 },
      });
    const crop = await cut({ width: 90, height: 90, format: 'jpg' });
    expect(await sizeOf(crop)).toMatchObject({ width: 90, height: 90 });
  });

  it.each([
    ['left', 5, true],
    ['right', 95, false],
  ])('is cropped around its focal point: on the %s', async (_, x, isRed) => {
    const upright = sharp(drawing(400, 200));
    // The picture is stored on its side, as a camera does: upright, its left side is red.
    const photograph = await sharp(await upright.rotate(270).png().toBuffer())
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    for (const source of [drawing(400, 200), photograph]) {
      const crop = await openPicture(source)({ width: 90, height: 90, format: 'jpg', focus: { x, y: 50 } });
      const { data, info } = await sharp(crop).raw().toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([90, 90]);
      const reds = [2, 87].map((column) => (data[(45 * 90 + column) * 3] ?? 0) > 150);
      expect(reds).toEqual([isRed, isRed]);
    }
  });

  it('has crops of their own size, when it is a panorama', async () => {
    const panorama = await sharp(drawing(3000, 1250)).jpeg().toBuffer();
    const crop = await openPicture(panorama)({ width: 1200, height: 1200, format: 'jpg' });
    expect(await sizeOf(crop)).toMatchObject({ width: 1200, height: 1200 });
  });

  it('throws when it is asked as itself, but is served as bitmaps', async () => {
    const own = { width: 2400, height: null, format: 'svg' } as const;
    await expect(openPicture(drawing(200, 100))(own)).rejects.toThrow('unscalable');
  });

  it('throws when it cannot be read', async () => {
    await expect(
      openPicture(Buffer.from('not a picture'))({ width: 10, height: null, format: 'jpg' }),
    ).rejects.toThrow(/unsupported/iu);
  });
});

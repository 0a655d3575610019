import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cleanPhotograph } from '#images/clean-photograph.ts';
import { cameraFile, colourAt, EXIF, flag, XMP } from './photographs.ts';

const FORMATS = ['jpeg', 'png', 'webp', 'avif', 'tiff'] as const;

async function metadataOf(bytes: Buffer) {
  const {
    exif,
    xmp,
    iptc,
    icc,
    comments,
    format,
    width,
    height,
    orientation = 1,
  } = await sharp(bytes).metadata();
  return { held: [exif, xmp, iptc, icc, comments].filter(Boolean), format, width, height, orientation };
}

/** Adds a segment to a JPEG, after its first marker. */
function withSegment(jpeg: Buffer, marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}

describe('a photograph', () => {
  it.each(FORMATS)('loses its metadata, and keeps its format: %s', async (format) => {
    const taken = await flag(80, 60).withExif(EXIF).withXmp(XMP).toFormat(format).toBuffer();
    const { bytes, removed } = await cleanPhotograph(taken);
    const { held, format: after, width, height } = await metadataOf(bytes);
    expect(held).toEqual([]);
    expect({ width, height, after }).toEqual({
      width: 80,
      height: 60,
      after: format === 'avif' ? 'heif' : format,
    });
    expect(removed).toMatchObject({ credit: 'Ada & fils', caption: 'Le tram, à l’aube', widthBefore: null });
    expect(removed?.personal).toContain('people');
    if (format !== 'tiff') expect(removed?.personal).toEqual(['position', 'camera', 'people']);
    expect(await colourAt(bytes, 10, 50)).toBe('red');
    expect(await colourAt(bytes, 90, 50)).toBe('blue');
    for (const text of ['Ada', '0042', 'Appareil']) expect(bytes.includes(text)).toBe(false);
  });

  it.each(FORMATS)('without metadata is unchanged, byte for byte: %s', async (format) => {
    const plain = await flag(80, 60).toFormat(format).toBuffer();
    expect(await cleanPhotograph(plain)).toEqual({ bytes: plain, removed: null });
    const { bytes } = await cleanPhotograph(await flag(80, 60).withExif(EXIF).toFormat(format).toBuffer());
    expect((await cleanPhotograph(bytes)).bytes).toBe(bytes);
  });

  it('is upright', async () => {
    const { bytes } = await cleanPhotograph(await cameraFile(80, 60));
    expect(await metadataOf(bytes)).toMatchObject({ width: 80, height: 60, orientation: 1 });
    expect(await colourAt(bytes, 10, 50)).toBe('red');
    expect(await colourAt(bytes, 40, 50)).toBe('blue');
  });

  it('is at most 2 400 pixels wide, once upright, and says so', async () => {
    const { bytes, removed } = await cleanPhotograph(await cameraFile(3000, 2000));
    expect(await metadataOf(bytes)).toMatchObject({ width: 2400, height: 1600 });
    expect(removed?.widthBefore).toBe(3000);
  });

  it('is in sRGB: its profile is applied, then removed', async () => {
    const wide = await flag(80, 60).withIccProfile('p3').withExif(EXIF).png().toBuffer();
    const { bytes } = await cleanPhotograph(wide);
    expect((await metadataOf(bytes)).held).toEqual([]);
    expect(await colourAt(bytes, 10, 50)).toBe('red');
  });

  it.each([
    ['a comment', 0xfe, Buffer.from('Pris par Ada')],
    ['a second picture', 0xe2, Buffer.from('MPF\0II*\0')],
    ['notes of a program', 0xed, Buffer.from('Photoshop 3.0\0')],
  ])('that is a JPEG loses %s', async (_, marker, content) => {
    const { bytes, removed } = await cleanPhotograph(
      withSegment(await flag(80, 60).jpeg().toBuffer(), marker, content),
    );
    expect(removed).not.toBeNull();
    expect(bytes.includes(content)).toBe(false);
  });

  it('gives the texts of IPTC first, in UTF-8 or in Latin-1', async () => {
    const set = (dataset: number, text: Buffer) => [Buffer.from([0x1c, 2, dataset, 0, text.length]), text];
    const iptc = Buffer.concat([
      ...set(80, Buffer.from('Zoé')),
      ...set(120, Buffer.from('Été\u001B', 'latin1')),
      Buffer.from([0x1c, 2, 110, 0xff]),
    ]);
    const resource = Buffer.concat([
      Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0'),
      Buffer.from([iptc.length]),
      iptc,
    ]);
    const jpeg = withSegment(await flag(80, 60).withXmp(XMP).jpeg().toBuffer(), 0xed, resource);
    expect((await cleanPhotograph(jpeg)).removed).toMatchObject({ credit: 'Zoé', caption: 'Été' });
  });

  it('that moves still does', async () => {
    const frames = await Promise.all(
      [flag(80, 60), flag(80, 60).negate()].map((frame) => frame.png().toBuffer()),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .withExif(EXIF)
      .webp()
      .toBuffer();
    const { bytes, removed } = await cleanPhotograph(moving);
    expect(removed).not.toBeNull();
    expect((await sharp(bytes).metadata()).pages).toBe(2);
  });

  it('that is damaged throws', async () => {
    const taken = await cameraFile(800, 600);
    await expect(cleanPhotograph(taken.subarray(0, 2000))).rejects.toThrow();
  });
});

it('leaves a drawing and a GIF as they are', async () => {
  for (const bytes of [Buffer.from('<svg viewBox="0 0 1 1"/>'), await flag(8, 6).gif().toBuffer()])
    expect(await cleanPhotograph(bytes)).toEqual({ bytes, removed: null });
});

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { changedBoxes } from '#cli/report/changed-areas.ts';
import { comparePictures, lonePicture } from '#cli/report/picture-pair.ts';

/** A white picture with black squares of ten pixels at these positions. */
function picture(height: number, ...squares: [x: number, y: number][]): Promise<Buffer> {
  const input = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>`,
  );
  return sharp({ create: { width: 200, height, channels: 3, background: '#fff' } })
    .composite(squares.map(([left, top]) => ({ input, left, top })))
    .png()
    .toBuffer();
}

describe('two pictures of a page', () => {
  it('that are alike give nothing to show', async () => {
    expect(await comparePictures(await picture(300, [5, 5]), await picture(300, [5, 5]))).toBeNull();
  });

  it('are cut to where they differ, with each difference framed', async () => {
    const pair = await comparePictures(await picture(2000), await picture(2000, [5, 1000], [150, 1000]));
    expect(pair).toMatchObject({
      marks: 2,
      isCropped: false,
      before: { width: 200, height: 250 },
      after: { height: 250 },
    });
  });

  it('are compared up to an end that is the same lower down', async () => {
    const pair = await comparePictures(await picture(300, [5, 250]), await picture(400, [5, 350]));
    expect(pair?.before?.height).toBeLessThanOrEqual(300);
    expect(pair?.after?.height).toBeGreaterThan(pair?.before?.height ?? 0);
  });

  it('are the same bytes each time', async () => {
    const make = async () =>
      (await comparePictures(await picture(300), await picture(300, [5, 5])))?.after?.data;
    expect(await make()).toEqual(await make());
  });

  it('show a faint change of a whole page', async () => {
    const plain = (background: string) =>
      sharp({ create: { width: 100, height: 100, channels: 3, background } })
        .png()
        .toBuffer();
    expect(await comparePictures(await plain('#fbf8f2'), await plain('#f4f0e6'))).toMatchObject({ marks: 1 });
  });

  it('that are only on one side are shown there', async () => {
    expect(await lonePicture(await picture(300), 'after')).toMatchObject({
      before: null,
      after: { height: 300 },
    });
  });
});

it('differences far apart have a frame each, and a crowd of them one', () => {
  const size = 48 * 60;
  const mask = Buffer.alloc(size * 4);
  mask[3] = 255;
  expect(changedBoxes(mask, size, 1)).toEqual([{ x: 0, y: 0, width: 24, height: 1 }]);
  for (let x = 0; x < size; x += 48) mask[x * 4 + 3] = 255;
  expect(changedBoxes(mask, size, 1)).toEqual([{ x: 0, y: 0, width: size - 24, height: 1 }]);
});

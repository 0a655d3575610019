import { describe, expect, it } from 'vitest';
import {
  COVER_SHAPES,
  fittingCrop,
  isVariantPath,
  type PictureFile,
  preparedWidths,
  variantName,
  variantsOf,
  variantsOfCover,
} from '#lib/pictures.ts';

const picture = (width: number, height: number): PictureFile => ({
  ...{ file: 'a.png', digest: 'd', width, height, density: 1, transparent: false, isVector: false },
  formats: ['avif', 'webp'],
});

describe('the crops of a cover', () => {
  const SIZES = [
    [1600, 900],
    [1600, 667],
    [1733, 1333],
    [2400, 1000],
    [4000, 3000],
    [300, 200],
    [41, 31],
  ] as const;

  it.each(SIZES)('of %i × %i have the ratios of their shapes, and are never enlarged', (width, height) => {
    for (const shape of COVER_SHAPES) {
      const crop = fittingCrop(picture(width, height), shape);
      expect(crop.width).toBeLessThanOrEqual(Math.min(width, shape.width));
      expect(crop.height).toBeLessThanOrEqual(Math.min(height, shape.height));
      // The ratio is exact to the pixel.
      expect(Math.abs(crop.width - (crop.height * shape.width) / shape.height)).toBeLessThan(2);
    }
  });

  it('are square where a square is asked for', () => {
    expect(fittingCrop(picture(1600, 900), { width: 1200, height: 1200 })).toEqual({
      width: 900,
      height: 900,
    });
  });
});

describe('the names of the variants of a cover', () => {
  const cover = { ...picture(2400, 1350), digest: '0123456789' };
  const names = (x: number, y: number) =>
    variantsOfCover(cover, { x, y }).map((variant) => variantName(cover, variant));

  it('change with its focal point where they are crops, and only there', () => {
    const [middle, left] = [names(50, 50), names(0, 50)];
    const moved = left.filter((name) => !middle.includes(name));
    expect(moved).toEqual([
      ...['a.0123456789_1200x675_0-50.jpg', 'a.0123456789_900x675_0-50.jpg', 'a.0123456789_675x675_0-50.jpg'],
    ]);
    expect([...middle, ...left].every((name) => isVariantPath(`_astro/${name}`))).toBe(true);
  });
});

describe('the widths of a picture', () => {
  it.each([
    [40, [40]],
    [480, [480]],
    [900, [480, 768, 900]],
    [5000, [480, 768, 1152]],
  ])('of %i pixels are those that are asked for, up to its own', (width, prepared) => {
    expect(preparedWidths(picture(width, 10), [480, 768, 1152])).toEqual(prepared);
    expect(variantsOf(picture(width, 10), [480, 768, 1152]).at(-1)).toMatchObject({
      width: prepared.at(-1),
      format: 'jpg',
    });
  });
});

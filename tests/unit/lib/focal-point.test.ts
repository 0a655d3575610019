import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CENTRE, cropAround, objectPosition, parseFocalPoint, writeFocalPoint } from '#lib/focal-point.ts';

const side = fc.integer({ min: 1, max: 9000 });
const size = fc.record({ width: side, height: side });
const percent = fc.integer({ min: 0, max: 100 });
const point = fc.record({ x: percent, y: percent });

describe('a focal point', () => {
  it.each([
    ['30 % 70 %', { x: 30, y: 70 }],
    ['30% 70%', { x: 30, y: 70 }],
    [' 0\u00A0% 100\u202F% ', { x: 0, y: 100 }],
    ['5, 50', { x: 5, y: 50 }],
  ])('is read: « %s »', (written, read) => {
    expect(parseFocalPoint(written)).toEqual(read);
  });

  it('is written in whole percentages, inside the picture', () => {
    expect(writeFocalPoint({ x: 29.6, y: 70 })).toBe('30 % 70 %');
    expect(writeFocalPoint({ x: -3, y: 104 })).toBe('0 % 100 %');
  });

  it.each(['', '30', '30 % 101 %', '-1 % 20 %', '0.3 0.7', '30 % 70 % 10 %', 'gauche haut', '30 % % 70'])(
    'is nothing else: « %s »',
    (written) => {
      expect(parseFocalPoint(written)).toBeNull();
    },
  );
});

describe('a crop', () => {
  const axes = (picture: { width: number; height: number }, shape: typeof picture, focus: typeof CENTRE) => {
    const { scaled, left, top } = cropAround(picture, shape, focus);
    return [
      { start: left, length: shape.width, whole: scaled.width, point: (scaled.width * focus.x) / 100 },
      { start: top, length: shape.height, whole: scaled.height, point: (scaled.height * focus.y) / 100 },
    ];
  };

  it('stays in the picture, and exceeds the shape in one direction at most', () => {
    fc.assert(
      fc.property(size, size, point, (picture, shape, focus) => {
        const [across, down] = axes(picture, shape, focus).map(({ start, length, whole }) => {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start + length).toBeLessThanOrEqual(whole);
          return whole - length;
        });
        expect(Math.min(across ?? 0, down ?? 0)).toBe(0);
      }),
    );
  });

  it('holds the focal point, in its middle unless an edge of the picture stops it', () => {
    fc.assert(
      fc.property(size, size, point, (picture, shape, focus) => {
        for (const { start, length, whole, point } of axes(picture, shape, focus)) {
          expect(point).toBeGreaterThanOrEqual(start);
          expect(point).toBeLessThanOrEqual(start + length);
          const offset = point - (start + length / 2);
          if (Math.abs(offset) > 0.5) expect(offset < 0 ? start : whole - length).toBe(start);
        }
      }),
    );
  });

  it('keeps the ratio of the picture, to the pixel', () => {
    fc.assert(
      fc.property(size, size, (picture, shape) => {
        const { scaled } = cropAround(picture, shape, CENTRE);
        const scale = Math.max(shape.width / picture.width, shape.height / picture.height);
        expect(Math.abs(scaled.width - picture.width * scale)).toBeLessThan(1);
        expect(Math.abs(scaled.height - picture.height * scale)).toBeLessThan(1);
      }),
    );
  });
});

describe('the position of a picture in a box', () => {
  const style = readFileSync('src/styles/crops.css', 'utf8');
  const steps = Array.from({ length: 11 }, (_, index) => index * 10).filter((step) => step !== CENTRE.x);

  it.each(steps)('of %i %% has a rule', (step) => {
    expect(style).toContain(`[data-crop='${step}'] {\n    object-position: ${step}% ${step}%;`);
  });

  it.each([
    ['the middle', { width: 2100, height: 900 }, { x: 50, y: 0 }, 50],
    ['the left edge', { width: 2100, height: 900 }, { x: 5, y: 50 }, 0],
    ['the right edge', { width: 2100, height: 900 }, { x: 90, y: 50 }, 100],
    ['near the middle', { width: 2100, height: 900 }, { x: 47, y: 50 }, 40],
    ['the top', { width: 1600, height: 1200 }, { x: 5, y: 10 }, 0],
    ['of no importance for the same shape', { width: 1600, height: 900 }, { x: 0, y: 0 }, 50],
  ])('is %s', (_, picture, focus, position) => {
    expect(objectPosition(picture, 16 / 9, focus)).toBe(position);
  });

  it('is one that the style has a rule for, and shows the focal point', () => {
    const covers = fc.record({
      width: fc.integer({ min: 1600, max: 6000 }),
      ratio: fc.double({ min: 1.3, max: 2.4, noNaN: true }),
    });
    fc.assert(
      fc.property(covers, point, ({ width, ratio }, focus) => {
        const position = objectPosition({ width, height: width / ratio }, 16 / 9, focus);
        expect([...steps, CENTRE.x]).toContain(position);
        const isWide = ratio > 16 / 9;
        const shown = isWide ? 16 / 9 / ratio : ratio / (16 / 9);
        const start = (1 - shown) * (position / 100);
        const wanted = (isWide ? focus.x : focus.y) / 100;
        expect(wanted).toBeGreaterThanOrEqual(start - 1e-3);
        expect(wanted).toBeLessThanOrEqual(start + shown + 1e-3);
      }),
    );
  });
});

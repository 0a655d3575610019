import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten } from '#lib/typography/shorten.ts';

describe('shorten', () => {
  it.each([
    ['exactement', 10, 'exactement', ''],
    ['un deux trois', 7, 'un deux', ' trois'],
    ['un deux trois', 8, 'un deux', ' trois'],
    ['un, deux', 4, 'un', ' deux'],
    ['un – deux', 5, 'un', ' deux'],
  ])('shows of « %s » in %d signs « %s »', (text, limit, shown, rest) => {
    expect(shorten(text, limit)).toEqual({ shown, rest });
  });

  it('never shows more than the limit, and shows what stands first', () => {
    const words = fc.string({ unit: fc.constantFrom(...'abé ,.:–') });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 30 }), (text, limit) => {
        const { shown, rest } = shorten(text, limit);
        expect(shown.length).toBeLessThanOrEqual(limit);
        expect(text.startsWith(shown)).toBe(true);
        expect(text.endsWith(rest)).toBe(true);
      }),
    );
  });

  it('cuts no sign in two, even one that takes two units', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('😀', 'a', ' ') }),
        fc.integer({ min: 1, max: 9 }),
        (text, limit) => {
          const { shown, rest } = shorten(text, limit);
          expect(() => encodeURIComponent(`${shown}|${rest}`)).not.toThrow();
        },
      ),
    );
  });
});

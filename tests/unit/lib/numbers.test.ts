import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCompactNumber, formatNumber, parseFrenchNumber } from '#lib/numbers.ts';

const N = '\u00A0';
const NN = '\u202F';

describe('numbers', () => {
  it.each([
    [0, '0'],
    [1000, `1${NN}000`],
    [1_000_000, `1${NN}000${NN}000`],
    [-3.5, '-3,5'],
    [0.12345, '0,123'],
    [2 / 3, '0,667'],
  ])('%d is written %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it.each([
    [0, '0'],
    [999, '999'],
    [1000, `1${N}k`],
    [999_999, `1${N}M`],
    [7_000_000, `7${N}M`],
    [2_500_000_000, `2,5${N}Md`],
  ])('%d is shortened to %s', (value, text) => {
    expect(formatCompactNumber(value)).toBe(text);
  });

  it.each([
    [`1${NN}234,5 €`, 1234.5],
    [`1${N}200 km`, 1200],
    ['3.14', 3.14],
    ['-2', -2],
    ['+2', 2],
    ['≈ 12 %', 12],
    ['  7  ', 7],
    ['12,5 à 13', 12.5],
    ['', null],
    ['–', null],
    ['%', null],
  ])('« %s » is read %j', (text, value) => {
    expect(parseFrenchNumber(text)).toBe(value);
  });

  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (thousandths) => {
        const value = thousandths / 1000;
        expect(parseFrenchNumber(formatNumber(value))).toBeCloseTo(value, 6);
      }),
    );
  });
});

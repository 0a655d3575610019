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
    ['11,9', '', 11.9],
    [`1${NN}234,5 €`, '€', 1234.5],
    [`1${N}200 km`, 'km', 1200],
    ['1 234 567', '', 1_234_567],
    ['1234567', '', 1_234_567],
    ['-2', '', -2],
    ['−3,5 %', '%', -3.5],
    ['12 %', '% des foyers', 12],
    ['15,4 Mt', 'Mt de CO₂', 15.4],
    ['15,4 Mt de CO₂', 'Mt de CO₂', 15.4],
    ['12,5 millions', 'millions d’euros', 12.5],
    ['+2', '', 2],
    ['  7  ', '', 7],
  ])('« %s » is read, with the unit « %s », as %j', (text, unit, value) => {
    expect(parseFrenchNumber(text, unit)).toBe(value);
  });

  it.each([
    ...[
      '1,234,567',
      '1.234',
      '1.234,5',
      '15.4',
      '3.14',
      '1’234',
      "1'234",
      '1 23',
      '12 34',
      '1 2345',
      '1234 567',
    ],
    ...['1e3', '1E3', '0x10', '0b1', '10-20', '10–20', '10 à 20', '12,5 à 13', '1/2', '½', '²', '٣', '1٫5'],
    ...['12,5 millions', '3,5 M', '3,5 Md', '12 %', '12 km', '1 200 €', '$12', '12k', '1 234 t', '5e', '1er'],
    ...[
      '<5',
      '>5',
      '~3',
      '≈ 12',
      '± 2',
      'environ 40',
      'près de 3',
      '3 (estimation)',
      '3*',
      '3[^1]',
      '3?',
      '#3',
    ],
    ...[
      '',
      ' ',
      '–',
      '-',
      '+',
      '%',
      ',5',
      '5,',
      '1,,5',
      '--5',
      '- -5',
      '+-5',
      '(5)',
      'n.d.',
      'NaN',
      'Infinity',
      '∞',
    ],
    ...['1 234,567 8', '1\n2', 'deux', '2 000 000,', '01-02', '12:30', '12h30', '2024-06-21', 'MCMLXVI'],
  ])('« %s » is no number alone', (text) => {
    expect(parseFrenchNumber(text)).toBeNull();
  });

  it('no part of a word is a unit', () => {
    expect(parseFrenchNumber('12 km', 'm')).toBeNull();
    expect(parseFrenchNumber('12 m', 'mois')).toBeNull();
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate, formatMonth, formatTime, isoDay, isoWithOffset, parseDate } from '#lib/dates.ts';

const N = '\u00A0';
const read = (text: string) => parseDate(text) as Date;

describe('the nights when the clocks of Paris change', () => {
  it.each([
    ['2024-03-30', '2024-03-30T00:00:00+01:00'],
    ['2024-03-31', '2024-03-31T00:00:00+01:00'],
    ['2024-03-31 01:59', '2024-03-31T01:59:00+01:00'],
    ['2024-03-31 03:00', '2024-03-31T03:00:00+02:00'],
    ['2024-04-01', '2024-04-01T00:00:00+02:00'],
    ['2024-10-27', '2024-10-27T00:00:00+02:00'],
    ['2024-10-27 01:59', '2024-10-27T01:59:00+02:00'],
    ['2024-10-27 03:00', '2024-10-27T03:00:00+01:00'],
    ['2024-10-28', '2024-10-28T00:00:00+01:00'],
  ])('keep the hour written: %s', (text, expected) => {
    expect(isoWithOffset(read(text))).toBe(expected);
  });

  it('put an hour that was skipped after the change', () => {
    expect(isoWithOffset(read('2024-03-31 02:30'))).toBe('2024-03-31T03:30:00+02:00');
  });

  it('take an hour that came twice for one of the two', () => {
    expect(isoWithOffset(read('2024-10-27 02:30'))).toMatch(/^2024-10-27T02:30:00\+0[12]:00$/u);
  });
});

describe('an instant', () => {
  it('is shown as its day and hour in Paris, not in UTC', () => {
    const instant = new Date('2024-12-31T23:30:00Z');
    expect(formatDate(instant)).toBe(`1er${N}janvier 2025`);
    expect(formatTime(instant)).toBe(`0${N}h${N}30`);
    expect(isoDay(instant)).toBe('2025-01-01');
  });

  it('is the same once written and read again', () => {
    const instants = fc.date({
      min: new Date('1980-01-01'),
      max: new Date('2090-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (date) => {
        const second = Math.floor(date.getTime() / 1000) * 1000;
        expect(new Date(isoWithOffset(date)).getTime()).toBe(second);
      }),
    );
  });

  it('is the same read with a « T », a space, or spaces around', () => {
    const [a, b, c] = ['2024-06-21T14:30', '2024-06-21 14:30', '  2024-06-21 14:30 '].map(read);
    expect([a, b, c]).toEqual([a, a, a]);
  });
});

describe('days', () => {
  it.each(['2023-02-29', '2024-04-31', '2024-00-10', '2024-06-00', '2024-06-32', '2024-06-21 24:00'])(
    'that do not exist are refused: %s',
    (text) => {
      expect(parseDate(text)).toBeNull();
    },
  );

  it.each([
    '2024-06-21 14:60',
    '2024-06-21 14:30:99',
    '2024-06-21T14:30Z',
    '2024-06-21T14:30+02:00',
    'x2024-06-21',
  ])('are not followed by anything else than an hour: %s', (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it.each(['2024-02-29', '2000-02-29'])('of leap years exist: %s', (text) => {
    expect(isoDay(read(text))).toBe(text);
  });

  it('are in the months of French', () => {
    expect(Array.from({ length: 12 }, (_, index) => formatMonth(index + 1)).join(' ')).toBe(
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    );
  });
});

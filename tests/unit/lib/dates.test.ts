import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatPartialDate,
  formatTime,
  isoDay,
  isoWithOffset,
  parseDate,
  metadataInstant,
} from '#lib/dates.ts';

const N = '\u00A0';

describe('parseDate', () => {
  it.each([
    ['2024-06-21', '2024-06-20T22:00:00.000Z'],
    ['2024-01-15', '2024-01-14T23:00:00.000Z'],
    ['2024-06-21 14:30', '2024-06-21T12:30:00.000Z'],
    // The nights when clocks change in Paris.
    ['2025-03-30 01:59', '2025-03-30T00:59:00.000Z'],
    ['2025-03-30 03:00', '2025-03-30T01:00:00.000Z'],
    ['2025-10-26 03:00', '2025-10-26T02:00:00.000Z'],
  ])('reads %s as Paris time', (text, expected) => {
    expect(parseDate(text)?.toISOString()).toBe(expected);
  });

  it.each(['2024-02-30', '2024-13-01', '21/06/2024', '2024-6-1', '2024-06-21 25:00', ''])(
    'refuses « %s »',
    (text) => {
      expect(parseDate(text)).toBeNull();
    },
  );

  it('tells every hour as Intl does', () => {
    const hours = fc.date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    const intl = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Paris',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    fc.assert(
      fc.property(hours, (date) => {
        expect(isoWithOffset(date).slice(0, 19)).toBe(intl.format(date).replace(' ', 'T'));
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives back the day it read, on every day', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const read = parseDate(day);
        expect(read && isoDay(read)).toBe(day);
      }),
    );
  });
});

describe('dates as they are shown', () => {
  const first = parseDate('2024-06-01') as Date;

  it('say the first of the month as French does', () => {
    expect(formatDate(first)).toBe(`1er${N}juin 2024`);
    expect(formatDate(parseDate('2024-08-21') as Date)).toBe(`21${N}août 2024`);
  });

  it('say the hour as French does', () => {
    expect(formatTime(parseDate('2024-06-21 09:05') as Date)).toBe(`9${N}h${N}05`);
  });

  it.each([
    ['2024-06-21', '2024-06-21T07:00:00+02:00'],
    ['2024-12-01', '2024-12-01T07:00:00+01:00'],
    ['2024-03-31', '2024-03-31T07:00:00+02:00'],
    ['2024-10-27', '2024-10-27T07:00:00+01:00'],
    ['2024-06-21 14:30', '2024-06-21T14:30:00+02:00'],
    ['2024-06-21 00:05', '2024-06-21T00:05:00+02:00'],
  ])('are told to machines at an hour of theirs: %s', (written, told) => {
    expect(isoWithOffset(metadataInstant(parseDate(written) as Date))).toBe(told);
  });

  it('without an hour are the same day for every reader in Europe, and from Montréal to Nouméa', () => {
    const zones = ['Atlantic/Azores', 'UTC', 'Europe/London', 'Europe/Athens', 'Europe/Samara'].concat(
      'America/Toronto',
      'America/Martinique',
      'Indian/Reunion',
      'Pacific/Noumea',
    );
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1995-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const told = metadataInstant(parseDate(day) as Date);
          for (const timeZone of zones)
            expect(new Intl.DateTimeFormat('en-CA', { timeZone }).format(told), timeZone).toBe(day);
        },
      ),
      { examples: [[new Date('2003-03-30')], [new Date('2024-03-31')]] },
    );
  });

  it('carry the offset of their season', () => {
    expect(isoWithOffset(first)).toBe('2024-06-01T00:00:00+02:00');
    expect(isoWithOffset(parseDate('2024-12-01') as Date)).toBe('2024-12-01T00:00:00+01:00');
  });

  it.each([
    ['1966', '1966'],
    ['2022-11', 'novembre 2022'],
    ['2022-11-30', `30${N}novembre 2022`],
    ['2022-13', null],
    ['hier', null],
  ])('may be partial: %s', (text, expected) => {
    expect(formatPartialDate(text)).toBe(expected);
  });
});

describe('a date long ago', () => {
  it.each([
    ['0079-10-24', '24\u00A0octobre 79'],
    ['0099-12-31', '31\u00A0décembre 99'],
    ['0100-01-01', '1er\u00A0janvier 100'],
    ['0476', '476'],
    ['0800-12', 'décembre 800'],
    ['1789-07-14', '14\u00A0juillet 1789'],
    ['0000', null],
    ['2023-02-29', null],
    ['2024-02-29', '29\u00A0février 2024'],
  ])('%s is written %j', (date, written) => {
    expect(formatPartialDate(date)).toBe(written);
  });

  it('is no date of publication', () => {
    expect(parseDate('0079-10-24')).toBeNull();
  });
});

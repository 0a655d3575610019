import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANY, apart, next, placeFinder } from '#lib/sign-places.ts';
import { findPlaces, PLACES } from '#lib/typography-places.ts';
import { RULES } from '#lib/typography-rules.ts';
import { typeset, typesetRun } from '#lib/typography.ts';
import { tricky } from './tricky-texts.ts';

/** What the rules look at and the other tests need not, so that each rule meets something to set. */
const signs = fc.constantFrom(
  ...[
    '1ère ',
    'etc...',
    '1ière',
    '1ier',
    '3ieme',
    'XXe siècle',
    '1 janvier',
    '1er mars',
    '12 mai',
    '1995-2026',
    '5 kg',
  ],
  ...[
    '20 °C',
    '3 millions',
    ' p. 4',
    'fig. 2',
    'Dr Durand',
    'N° 3',
    ' – aside – ',
    ' ? ! ',
    '8 h 30',
    '1 234',
    'CO2',
  ],
);
const texts = fc.array(fc.oneof(tricky, signs), { maxLength: 5 }).map((parts) => parts.join(''));

describe('a typographic rule', () => {
  it.each(
    RULES.map(([pattern, replacement], rule) => ({ source: pattern.source, pattern, replacement, rule })),
  )('changes no text without one of its places: $source', ({ rule, pattern, replacement }) => {
    const find = placeFinder([PLACES[rule] ?? []]);
    let changed = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (text.replace(pattern, replacement) === text) return;
        changed += 1;
        expect(find(text)).toBe(1);
      }),
      { numRuns: 4000 },
    );
    expect(changed).toBeGreaterThan(0);
  });
});

describe('a text', () => {
  it('is set alike by all rules, and by those that it has a place for', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(typesetRun([text], findPlaces)).toEqual([typeset(text)]);
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('the finder of places', () => {
  const find = placeFinder([[next('ab', '.')], [apart('1', 'h'), next('2', 'h')], [next(ANY, '«')]]);

  it.each([
    ['a.', 0b001],
    ['a .', 0],
    ['.b', 0],
    ['1 h', 0b010],
    ['1\u202Fh', 0b010],
    ['1  h', 0],
    ['1h', 0],
    ['2h', 0b010],
    ['«', 0b100],
    ['\u{1F600}b.«', 0b101],
    ['', 0],
  ])('finds in « %s » the lists %i', (text, lists) => {
    expect(find(text)).toBe(lists);
  });

  it('refuses more lists than a number has bits', () => {
    expect(() => placeFinder(Array.from({ length: 32 }, () => []))).toThrow('32 lists');
  });
});

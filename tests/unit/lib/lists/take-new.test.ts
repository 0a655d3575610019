import fc from 'fast-check';
import { expect, it } from 'vitest';
import { takeNew } from '#lib/lists/take-new.ts';

it('takes each item once, and fills the place of one that was there already', () => {
  const taken = new Set(['une']);
  expect(takeNew(['neuf', 'une', 'neuf', 'ancien', 'vieux'], 2, taken)).toEqual(['neuf', 'ancien']);
  expect(takeNew(['neuf', 'vieux'], 2, taken)).toEqual(['vieux']);
});

it('takes as many as asked where there are so many, whatever the list names', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), fc.uniqueArray(fc.nat(9)), fc.nat(5), (named, all, most) => {
      const found = takeNew([...named, ...all], most, new Set<number>());
      expect(new Set(found).size).toBe(found.length);
      expect(found).toHaveLength(Math.min(most, new Set([...named, ...all]).size));
    }),
  );
});

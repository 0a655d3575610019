import { expect, it, vi } from 'vitest';
import { memoize } from '#lib/memoize.ts';

it('works out an answer once', () => {
  const measure = vi.fn((text: string) => text.length);
  const remembered = memoize(measure);
  expect([remembered('abc'), remembered('abc'), remembered('ab')]).toEqual([3, 3, 2]);
  expect(measure).toHaveBeenCalledTimes(2);
});

it('forgets rather than grow without end', () => {
  const measure = vi.fn((text: string) => text.length);
  const remembered = memoize(measure);
  for (let number = 0; number < 2000; number += 1) remembered(String(number));
  remembered('0');
  expect(measure).toHaveBeenCalledTimes(2001);
});

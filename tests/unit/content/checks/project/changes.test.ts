import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changesBetween } from '#content/checks/project/changes.ts';

function applied(before: string, after: string): string {
  let result = '';
  let from = 0;
  for (const { start, end, replacement } of changesBetween(before, after)) {
    result += before.slice(from, start) + replacement;
    from = end;
  }
  return result + before.slice(from);
}

it('makes one text of the other, whatever they are', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\u00A0', '?', '\n'), maxLength: 40 });
  fc.assert(fc.property(text, text, (before, after) => applied(before, after) === after));
});

it('touches only the signs that differ', () => {
  expect(changesBetween("L'eau ? Oui...", 'L’eau\u202F? Oui…')).toEqual([
    { start: 1, end: 2, replacement: '’', at: 1 },
    { start: 5, end: 6, replacement: '\u202F', at: 5 },
    { start: 11, end: 14, replacement: '…', at: 11 },
  ]);
});

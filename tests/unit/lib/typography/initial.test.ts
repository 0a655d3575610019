import { expect, it } from 'vitest';
import { initialOf } from '#lib/typography/initial.ts';

it.each([
  ['Élodie Le Goff', false, 'É'],
  ['🦊 Renard', false, 'R'],
  ['Le Thi Mai', false, 'L'],
  ['La Fontaine', false, 'L'],
  ['La rédaction', true, 'R'],
  ['L’équipe', true, 'É'],
  ['42', false, ''],
])('stands for %s', (name, isCollective, initial) => {
  expect(initialOf(name, isCollective)).toBe(initial);
});

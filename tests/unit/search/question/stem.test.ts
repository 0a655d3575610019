import { expect, it } from 'vitest';
import { stemOf } from '#search/question/stem.ts';

it.each([
  ['obligation', 'obligations'],
  ['acheter', 'achète'],
  ['racheter', 'rachètera'],
  ['européen', 'européennes'],
  ['social', 'sociaux'],
  ['nouvelle', 'nouvelles'],
  ['incubateur', 'incubateurs'],
  ['inflation', 'INFLATIONS'],
  ['numérique', 'numeriques'],
  ['émetteur', 'émetteurs'],
  ['clé', 'cles'],
  ['levée', 'lever'],
  ['heureux', 'heureuses'],
])('« %s » and « %s » have one stem', (one, other) => {
  expect(stemOf(other)).toBe(stemOf(one));
});

it.each([
  ['carbone', 'carbure'],
  ['microsoft', 'microscope'],
  ['5G', '4G'],
  ['Musk', 'musc'],
  ['IA', 'I'],
  ['événement', 'even'],
])('« %s » and « %s » have two', (one, other) => {
  expect(stemOf(other)).not.toBe(stemOf(one));
});

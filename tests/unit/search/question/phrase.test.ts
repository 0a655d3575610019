import { expect, it } from 'vitest';
import { askedWords, phraseTest } from '#search/question/phrase.ts';

it.each([
  ['moteur solide', 'moteur solide', true, true],
  ['le contrat', 'contrat', true, false],
  ['crise de la dette', 'crise dette', false, false],
  ['moteur solide traverse le contrat', 'solide traverse', true, false],
  ['essor du capital-risque français', 'capital-risque français', true, false],
  ['il a été', 'a été', true, false],
  ['?!', '', true, true],
])('the phrase « %s » is looked up by « %s »', (phrase, words, areTogether, areAll) => {
  expect(askedWords(phrase)).toEqual({ words: words.split(' ').filter(Boolean), areTogether, areAll });
});

it.each([
  ['gare la', false, true],
  ['gare la', true, false],
  ['Gare là', true, true],
  ['voitures autonomes', false, true],
  ['gare autonome', false, false],
])('the phrase « %s » is in a text, with exact accents: %s → %s', (phrase, exactAccents, holds) => {
  expect(phraseTest(phrase, exactAccents)(['La voiture autonome', 'Elle se gare là.'])).toBe(holds);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsTerm, parseQuestion, searchedTerms } from '#search/question/question.ts';
import { unfoldText } from '#search/search-text.ts';

/** The terms of a question, with phrases in « [] » and stop words in « () ». */
const shown = (query: string) =>
  parseQuestion(query)
    .map(({ text, isPhrase, isMeaningful }) => (isPhrase ? `[${text}]` : isMeaningful ? text : `(${text})`))
    .map(unfoldText)
    .join(' ');

describe('a question', () => {
  it.each([
    ['crédits carbone', 'crédits carbone'],
    ['qu’est-ce que l’IA générative ?', '(est) (que) IA générative'],
    ['« mise en œuvre » européenne', '[mise en œuvre] européenne'],
    ['"crédits carbone', 'crédits carbone'],
    ['C#, C++ ou .NET', 'C# C++ (ou) .NET'],
    ['la 5G et la 4G+', '(la) 5G (et) 4G+'],
    ['21/06/2024', '[21 juin 2024]'],
    ['le 2024-06-01', '(le) [1er juin 2024]'],
    ['1\u202F250 tonnes, 3,5 % ou 3.5', '[1\u202F250] tonnes [3,5] (ou)'],
    ['règlement 2024/1689', 'règlement 2024 1689'],
    ['carbone Carbone CARBONÉ', 'carbone'],
    ['capital-risque', 'capital-risque'],
    ['à quoi sert-elle, y a-t-il', '(à) (quoi) (sert) (y)'],
    ['« » "" ?!…', ''],
    ['99/99/2024', '99 2024'],
  ])('« %s » asks for %s', (query, terms) => {
    expect(shown(query)).toBe(terms);
  });

  it('of any length is searched by five terms at most, and takes little time', () => {
    const count = (query: string) => searchedTerms(parseQuestion(query)).length;
    expect(count(Array.from({ length: 500 }, (_, rank) => `mot${rank}`).join(' '))).toBe(5);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (query) => {
        expect(count(query)).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe('a text', () => {
  const holds = (query: string, text: string) => parseQuestion(query).every((term) => holdsTerm(term, text));

  it.each([
    ['acheter', 'Elle achète'],
    ['Evenement', "Les événements, l' autre"],
    ['géotech', 'la géotechnique'],
    ['IA', "L' IA générative"],
    ['start-up', 'une startup'],
    ['startup', 'une start-up,'],
    ['capital-risque', 'risque et capital'],
  ])('holds « %s » in « %s »', (query, text) => {
    expect(holds(query, text)).toBe(true);
  });

  it.each([
    ['coeur', 'CO2'],
    ['evenement', 'un éventail'],
    ['IA', 'via'],
    ['microsft', 'le microscope'],
    ['cybersecurté', 'campus cybersécurité'],
  ])('does not hold « %s » in « %s »', (query, text) => {
    expect(holds(query, text)).toBe(false);
  });
});

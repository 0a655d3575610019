import { describe, expect, it } from 'vitest';
import { makeExcerpt } from '#search/excerpt.ts';
import { parseQuestion } from '#search/question/question.ts';
import { foldText } from '#search/search-text.ts';

const NONE = 'Rien ici. '.repeat(30);

const shown = (text: string, query: string) =>
  makeExcerpt(foldText(text), parseQuestion(query))
    .map(({ segments, marked }) => {
      const part = segments.map((segment) => segment.text).join('');
      return marked ? `[${part}]` : part;
    })
    .join('');

describe('an excerpt', () => {
  it.each([
    ['Dans l’événement, tout.', 'événements', 'Dans l’[événement], tout.'],
    ['le cœur d’un réseau', 'coeur', 'le [cœur] d’un réseau…'],
    ['Elon Musk achète.', 'elon MUSK', '[Elon] [Musk] achète.'],
    ['Une tonne de CO₂.', 'co2', 'Une tonne de [CO2].'],
    ['Un signe <b> et R&D.', 'signe', 'Un [signe] <b> et R&D.'],
    ['Écrit en C# (et en C++).', 'C#', 'Écrit en [C#] (et en C++).'],
    ['La mise en œuvre et la loi.', '« mise en œuvre »', 'La [mise] en [œuvre] et la loi.'],
    ['Rien de marqué.', 'autre', 'Rien de marqué.'],
    ['', 'mot', ''],
  ])('of « %s » for « %s » is « %s »', (text, query, excerpt) => {
    expect(shown(text, query)).toBe(excerpt);
  });

  it('is where most of the question stands, with some words before it', () => {
    const text = `Un crédit. ${NONE}Le prix du crédit carbone monte. ${NONE}`;
    expect(shown(text, 'crédit carbone')).toMatch(
      /^.{10,70}Le prix du \[crédit\] \[carbone\] monte\. .{60,}$/u,
    );
  });

  it('does not end on an elided word', () => {
    expect(shown(`Crédit ${'mot '.repeat(30)}l’inflation.`, 'crédit')).toMatch(/mot…$/u);
  });

  it('lowers the figures of formulas, marked or not', () => {
    const [, marked] = makeExcerpt('Le CO2 monte.', parseQuestion('CO2'));
    expect(marked).toEqual({
      marked: true,
      segments: [
        { text: 'CO', position: 'plain' },
        { text: '2', position: 'subscript' },
      ],
    });
  });
});

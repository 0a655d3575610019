import { describe, expect, it } from 'vitest';
import { readChartData } from '#lib/chart-data.ts';
import { counted, elided, enumerate, plural, quoted } from '#lib/french.ts';
import { nearest } from '#lib/nearest.ts';
import { formatCompactNumber, formatNumber, parseFrenchNumber } from '#lib/numbers.ts';
import { countWords, readingMinutes } from '#lib/reading-time.ts';
import { shorten } from '#lib/typography/shorten.ts';
import { isSlug, slugify } from '#lib/slugs.ts';
import { typesetStrings } from '#lib/typeset-strings.ts';

describe('numbers', () => {
  it.each([
    [1234567.5, '1\u202F234\u202F567,5'],
    [0.08, '0,08'],
  ])('are written in French: %d', (value, text) => {
    expect(formatNumber(value)).toBe(text);
    expect(parseFrenchNumber(text)).toBe(value);
  });

  it.each([
    [4_600_000, '4,6\u00A0M'],
    [5_000_000, '5\u00A0M'],
    [12_345, '12,3\u00A0k'],
  ])('are short for followers: %d', (value, text) => {
    expect(formatCompactNumber(value)).toBe(text);
  });

  it.each([
    ['11,9', 11.9],
    ['1 200', 1200],
    ['−3,5', -3.5],
    ['environ 40', null],
    ['beaucoup', null],
  ])('are read as editors write them: %s', (text, value) => {
    expect(parseFrenchNumber(text)).toBe(value);
  });
});

describe('French', () => {
  it('is singular below two', () => {
    expect([0, 1, 1.5, 2].map((count) => plural(count, 'mot', 'mots'))).toEqual([
      'mot',
      'mot',
      'mot',
      'mots',
    ]);
    expect(counted(1200, 'article')).toBe('1\u202F200\u00A0articles');
  });

  it.each([
    ...[
      'Ada',
      'Élise',
      'Innovations',
      'Hugo',
      'Hélène',
      'Henri',
      'Hubert',
      'Honoré',
      'Habib',
      'Yves',
      'Yvonne',
    ],
    ...[
      'Ypres',
      'Yonne',
      'hier',
      'homme',
      'histoire',
      'hôpital',
      'humour',
      'hypothèse',
      'Ouagadougou',
      'Uber',
    ],
  ])('elides « de » before « %s »', (next) => {
    expect(elided('de', next)).toBe(`d’${next}`);
  });

  it.each([
    ...[
      'Paul',
      'Yann',
      'Yoann',
      'Yémen',
      'YouTube',
      'yaourt',
      'Hollande',
      'Hongrie',
      'Harry',
      'Hassan',
      'Hitchcock',
    ],
    ...[
      'héros',
      'huit',
      'hasard',
      'hausse',
      'handball',
      'homard',
      'huguenots',
      'onze',
      'oui',
      'Wikipédia',
      'Houston',
    ],
  ])('keeps « de » before « %s »', (next) => {
    expect(elided('de', next)).toBe(`de ${next}`);
  });

  it('quotes a title, and what it quotes', () => {
    expect(quoted('Le\u00A0« vrai\u00A0» prix')).toBe('«\u00A0Le\u00A0“vrai” prix\u00A0»');
  });

  it('enumerates', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(enumerate)).toEqual(['', 'a', 'a et b', 'a, b et c']);
  });
});

describe('slugs', () => {
  it.each([
    ['Écologie & Innovation', 'ecologie-et-innovation'],
    ['L’œuvre, à 100 %', 'l-oeuvre-a-100-pour-cent'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-diese'],
    ['…', ''],
  ])('are ASCII and keep what tells apart: %s', (text, slug) => {
    expect(slugify(text)).toBe(slug);
    expect(isSlug(slug)).toBe(slug !== '');
  });
});

describe('a label cut short', () => {
  it('ends at a word and keeps its rest', () => {
    expect(shorten('Industrie du futur Relocalisation', 22)).toEqual({
      shown: 'Industrie du futur',
      rest: ' Relocalisation',
    });
    expect(shorten('court', 22)).toEqual({ shown: 'court', rest: '' });
    const { shown, rest } = shorten('Anticonstitutionnellement', 10);
    expect(shown + rest).toBe('Anticonstitutionnellement');
  });
});

describe('the nearest name', () => {
  it('is offered when it is near, accents aside', () => {
    expect(nearest('ecologie', ['mobilité', 'Écologie'])).toBe('Écologie');
    expect(nearest('jardinage', ['mobilité', 'écologie'])).toBeNull();
  });
});

describe('reading time', () => {
  it('counts words, not marks nor addresses', () => {
    expect(
      countWords(
        '---\ntitle: a b\n---\n\nL’IA [coûte](https://ex.fr/a-b) **cher**.\n\n| a | b |\n| --- | --- |\n',
      ),
    ).toBe(5);
    expect(readingMinutes(10)).toBe(1);
    expect(readingMinutes(900)).toBe(4);
  });
});

describe('chart data', () => {
  it('has a label a row and a series a column', () => {
    expect(readChartData(['An', 'A', 'B'], [['2020', '1,5', '2 000']], '')).toEqual({
      labels: ['2020'],
      series: [
        { name: 'A', values: [1.5] },
        { name: 'B', values: [2000] },
      ],
    });
  });

  it('refuses a table without numbers', () => {
    expect(() => readChartData(['An'], [['2020']], '')).toThrow('au moins deux colonnes');
  });
});

describe('labels', () => {
  it('are typeset, those of functions too', () => {
    const labels = typesetStrings({ a: 'Partager:', b: { c: (count: number) => `${count} %` } });
    expect(labels.a).toBe('Partager\u00A0:');
    expect(labels.b.c(3)).toBe('3\u00A0%');
  });
});

import { describe, expect, it } from 'vitest';
import { readChartData } from '#lib/chart-data.ts';

describe('readChartData', () => {
  it('keeps columns and rows in their order, signs and units aside', () => {
    const data = readChartData(
      ['Année', 'Émises (Mt)', 'Évitées'],
      [
        ['2010', '1\u202F200', '−3,5 Mt'],
        ['2000', '0', '10 Mt'],
      ],
      'Mt de CO₂',
    );
    expect(data.labels).toEqual(['2010', '2000']);
    expect(data.series).toEqual([
      { name: 'Émises (Mt)', values: [1200, 0] },
      { name: 'Évitées', values: [-3.5, 10] },
    ]);
  });

  it.each([
    ['a word', [['2000', 'beaucoup']], '« beaucoup » n’est pas un nombre (ligne « 2000 », colonne « A »)'],
    ['an empty cell', [['2000', '']], '« » n’est pas un nombre (ligne « 2000 », colonne « A »)'],
    ['a short row', [['2000', '1'], ['2001']], '« » n’est pas un nombre (ligne « 2001 », colonne « A »)'],
    ['a dash', [['2000', '–']], '« – » n’est pas un nombre (ligne « 2000 », colonne « A »)'],
  ])('names the place of %s', (_, rows, message) => {
    const said = () => readChartData(['An', 'A'], rows, '');
    expect(said).toThrow();
    try {
      said();
    } catch (error) {
      expect((error as Error).message.replace('«  »', '« »')).toBe(message);
    }
  });

  it.each([
    ['no column of numbers', ['An'], [['2000']]],
    ['no row', ['An', 'A'], []],
    ['nothing', [], []],
  ])('refuses a table with %s', (_, header, rows) => {
    expect(() => readChartData(header, rows, '')).toThrow('deux colonnes et une ligne');
  });
});

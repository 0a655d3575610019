import { describe, expect, it } from 'vitest';
import { setHeadline } from '#images/headline-lines.ts';

const room = { width: 600, height: 360, lineHeight: 1, maxLines: 4, maxSize: 96 };
const set = (headline: string) =>
  setHeadline(
    headline.split(' ').map((text) => ({ text, width: text.length * 0.5 })),
    0.25,
    room,
  );

describe('a headline', () => {
  it('has the largest size when it is short', () => {
    expect(set('L’euro')).toEqual({ size: 96, lines: ['L’euro'] });
  });

  it('keeps its words, in their order', () => {
    const headline = 'Les géants de la Tech compensent leur empreinte carbone de l’IA générative';
    expect(set(headline).lines.join(' ')).toBe(headline);
  });

  it('never takes more lines than there are, nor more room', () => {
    const { size, lines } = set(
      'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze',
    );
    expect(lines.length).toBeLessThanOrEqual(room.maxLines);
    for (const line of lines) {
      const words = line.split(' ');
      const width = words.join('').length * 0.5 + (words.length - 1) * 0.25;
      expect(width * size).toBeLessThanOrEqual(room.width);
    }
  });

  it('ends no line with a short word that belongs to the next', () => {
    expect(set('Quand un assistant entre dans le téléphone').lines).not.toContain('Quand un');
    expect(set('Scopes 1, 2, 3\u00A0: lire un bilan carbone').lines.join('/')).not.toMatch(/(?:\d,|un)\//u);
  });

  it('holds a word that is wider than its room', () => {
    const { size, lines } = set('anticonstitutionnellement');
    expect(lines).toEqual(['anticonstitutionnellement']);
    expect(size * 25 * 0.5).toBeLessThanOrEqual(room.width);
  });
});

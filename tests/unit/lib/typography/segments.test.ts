import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayHaveSuperscripts, segmentText } from '#lib/typography/segments.ts';
import { typeset } from '#lib/typography/typeset.ts';
import { tricky } from './tricky-texts.ts';

describe('mayHaveSuperscripts', () => {
  it('is said of every text that has something superscript or subscript', () => {
    fc.assert(
      fc.property(tricky, (text) => {
        const hasSuperscripts = segmentText(typeset(text)).some(({ position }) => position !== 'plain');
        expect(hasSuperscripts && !mayHaveSuperscripts(text)).toBe(false);
      }),
    );
    for (const text of [
      '1er',
      'la 1ère',
      '2e',
      'le 3ième',
      'XIXe',
      'CO2',
      'CH4',
      'H2O',
      'Ire',
      'H₂O',
      '1&#101;r',
    ])
      expect(mayHaveSuperscripts(text), text).toBe(true);
  });

  it('is not said of most sentences', () => {
    expect(mayHaveSuperscripts('En 2024, la Ville a compté 1 200 vélos et 30 % de bus.')).toBe(false);
  });
});

describe('segmentText', () => {
  const shown = (text: string) =>
    segmentText(text)
      .map(({ text: part, position }) => (position === 'plain' ? part : `[${position}:${part}]`))
      .join('');

  it.each([
    ['le 1er juin', 'le 1[superscript:er] juin'],
    ['au XXIe siècle', 'au XXI[superscript:e] siècle'],
    ['la 2e fois, la 1re', 'la 2[superscript:e] fois, la 1[superscript:re]'],
    ['15 Mt de CO₂e', '15 Mt de CO[subscript:2]e'],
    ['Le De Me', 'Le De Me'],
    ['le LIIe, le CDe', 'le LII[superscript:e], le CD[superscript:e]'],
    ['le CH₄', 'le CH[subscript:4]'],
    ['Napoléon Ier', 'Napoléon I[superscript:er]'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cardFonts } from '#images/card-letters.ts';
import { DEFAULT_FONTS, fontsOf, TEXT_FONTS, TITLE_FONTS } from '#lib/packaged-fonts.ts';

describe('the fonts that a magazine chooses from', () => {
  it.each(TITLE_FONTS)('are packaged, for titles: %s', (titles) => {
    const { file, isVariable } = fontsOf({ ...DEFAULT_FONTS, titles }).titles;
    expect([isVariable, existsSync(file('latin'))]).toEqual([true, true]);
  });

  it.each(TEXT_FONTS)('are packaged, for texts, with an italic and a bold: %s', (text) => {
    const { file } = fontsOf({ ...DEFAULT_FONTS, text }).text;
    for (const path of [file('latin'), file('latin', 'italic'), file('latin', 'normal', 600)])
      expect(existsSync(path), path).toBe(true);
  });

  it('are those of its social cards, with a font for Cyrillic headlines', () => {
    const names = cardFonts({ titles: 'fraunces', text: 'source-serif-4' }).map(({ name }) => name);
    expect([...new Set(names)]).toEqual(['Fraunces', 'Source Serif 4', 'Spectral']);
  });
});

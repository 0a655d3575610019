import { describe, expect, it } from 'vitest';
import { contrast, mix, readableOn } from '#lib/contrast.ts';
import { accentOf, paletteOf, paletteStyle } from '#lib/palette.ts';

const GIVEN = {
  light: { paper: '#ffffff', ink: '#000000' },
  dark: { paper: '#000000', ink: '#ffffff', soft: '#cccccc' },
  dot: '#ff0000',
  accents: [
    { name: 'bleu', light: '#1d4fa3', dark: '#8fb8f5' },
    { name: 'ocre', light: '#7a5600', dark: '#e5bd5c', lightGround: '#f6ecd2' },
  ],
};

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
  });

  it('of a colour too light or too dark is reached by the nearest one of the same hue', () => {
    const darker = readableOn('#ffffff', '#8fb8f5', 4.5) ?? '';
    expect(contrast(darker, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(darker, '#ffffff')).toBeLessThan(4.8);
    expect(contrast(readableOn('#000000', '#1d4fa3', 4.5) ?? '', '#000000')).toBeGreaterThanOrEqual(4.5);
    expect(readableOn('#777777', '#808080', 7)).toBeNull();
  });
});

describe('a palette', () => {
  it('mixes the tones that editors do not give', () => {
    const { light, dark, accents } = paletteOf(GIVEN);
    expect(light.soft).toBe(mix('#000000', '#ffffff', 0.3));
    expect(dark.soft).toBe('#cccccc');
    expect(accents[0].lightGround).toBe(mix('#1d4fa3', '#ffffff', 0.88));
    expect(accents[1]?.lightGround).toBe('#f6ecd2');
  });

  it('has the colour of each section, and the first one elsewhere', () => {
    const palette = paletteOf(GIVEN);
    expect(accentOf(palette, 'ocre').light).toBe('#7a5600');
    expect(accentOf(palette, null).name).toBe('bleu');
    const style = paletteStyle(palette);
    expect(style).toContain(':root{--paper:light-dark(#ffffff,#000000);');
    expect(style).toMatch(/:root\{[^}]*--accent:light-dark\(#1d4fa3,#8fb8f5\)/u);
    expect(style).toContain('[data-accent=ocre]{--accent:light-dark(#7a5600,#e5bd5c);');
  });

  it('can be read when the magazine gives none', () => {
    const { light, dark, accents } = paletteOf();
    for (const { paper, ink, soft } of [light, dark])
      for (const tone of [ink, soft]) expect(contrast(tone, paper)).toBeGreaterThan(4.5);
    for (const accent of accents) {
      expect(contrast(accent.light, light.paper)).toBeGreaterThan(4.5);
      expect(contrast(accent.dark, dark.paper)).toBeGreaterThan(4.5);
    }
  });
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ACCENTS } from '#images/social-card-layout.ts';

it('social cards have the colours of the style sheet', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  const inRoot = /--accent: light-dark\((#[\da-f]{6})/u.exec(tokens)?.[1];
  for (const [accent, colour] of Object.entries(ACCENTS)) {
    const rule = new RegExp(
      `\\[data-accent='${accent}'\\] \\{\\s*--accent: light-dark\\((#[\\da-f]{6})`,
      'u',
    );
    expect(colour, accent).toBe(rule.exec(tokens)?.[1] ?? inRoot);
  }
});

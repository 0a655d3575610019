import { describe, expect, it } from 'vitest';
import { wordChanges } from '#cli/report/word-changes.ts';

const written = (before: string, after: string) =>
  wordChanges(before, after)
    .map(({ text, change }) =>
      change === 'unchanged' ? text : change === 'added' ? `+${text}+` : `-${text}-`,
    )
    .join('');

describe('the words that changed', () => {
  it('stand in the text that did not', () => {
    expect(written('Le chat dort.', 'Le chien dort.')).toBe('Le -chat-+chien+ dort.');
  });

  it('leave out what is far from them', () => {
    const long = 'mot '.repeat(100);
    const text = written(`${long}un ${long}`, `${long}deux ${long}`);
    expect(text).toMatch(/^….*-un-\+deux\+.*…$/u);
    expect(text.length).toBeLessThan(160);
  });

  it('come and go whole', () => {
    expect(written('', 'Tout')).toBe('+Tout+');
    expect(written('Tout', '')).toBe('-Tout-');
  });
});

import { describe, expect, it } from 'vitest';
import { learnWords, standForStyles, wholeStyle, wordsForStyles } from '#integrations/page-styles.ts';
import { makeStrict } from '#integrations/strict-page.ts';

const inline = (content: string) => ({ depth: 0, order: 0, sheet: { type: 'inline' as const, content } });
const contentsOf = ({ styles }: { styles: ReturnType<typeof inline>[] }) =>
  styles.map(({ sheet }) => sheet.content);

describe('words for styles', () => {
  it('stand in a page for styles, and are found behind them', () => {
    const page = { styles: [inline('a{color:red}'), inline('b::before{content:"…"}')] };
    standForStyles(page);
    const words = contentsOf(page).join('');
    expect(words).not.toContain('color');
    expect(Buffer.from(wholeStyle(words), 'latin1').toString()).toBe('a{color:red}b::before{content:"…"}');
  });

  it('leave the sheets of other pages, files and imports as they are', () => {
    const shared = inline('p{margin:0}');
    const file = { depth: 0, order: 1, sheet: { type: 'external' as const, src: '/a.css' } };
    const importing = inline('@import "a.css";');
    const page: { styles: (ReturnType<typeof inline> | typeof file)[] } = {
      styles: [shared, file, importing],
    };
    standForStyles(page);
    expect(shared.sheet.content).toBe('p{margin:0}');
    expect(page.styles[1]).toEqual(file);
    expect(page.styles[2]).toEqual(importing);
  });

  it('are styles again in a finished page, where another thread has told them', () => {
    const page = { styles: [inline('i{order:7}')] };
    standForStyles(page);
    learnWords(new Map(wordsForStyles()));
    const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><style>${contentsOf(page).join('')}</style></head></html>`;
    expect(makeStrict(new Uint8Array(Buffer.from(html))).toString()).toContain('<style>i{order:7}</style>');
  });

  it('that nobody knows stay as they are', () => {
    expect(wholeStyle('/*style 0123*/u{}')).toBe('/*style 0123*/u{}');
  });
});

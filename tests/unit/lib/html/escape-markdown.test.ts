import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '#lib/html/escape-markdown.ts';

describe('a text in Markdown', () => {
  it.each([
    ['*gras* _souligné_ `code` ~~barré~~', /[*_`~]/u],
    ['https://a.example www.a.example a@b.example', /:|@|www\./u],
    ['#12 a#12 !image', /(?<!&)#|!/u],
    ['<img src=x> [lien](a) | colonne', /[<[(|]/u],
    ['un\n# deux', /\n/u],
  ])('has nothing active left: %j', (text, active) => {
    expect(escapeMarkdown(text)).not.toMatch(active);
  });
});

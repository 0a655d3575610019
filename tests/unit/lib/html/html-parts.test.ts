import { describe, expect, it } from 'vitest';
import { attributeOf, findPart, findParts, textIn } from '#lib/html/html-parts.ts';

const PAGE = [
  '<html lang="fr" data-accent="vert"><body><div class="prose-like">non</div>',
  '<div class="prose plain" data-x="a > b"><p>Un <i>mot</i> &amp; deux</p><div><div>dedans</div></div><br></div>',
  '<ul class="tags"><li><a href="/a/?x=1&amp;y=2">un</a></li><li><a class="b" href="/b/">deux</a></li></ul><hr>',
].join('');

describe('parts of HTML', () => {
  it('are found by their first class, whole', () => {
    expect(findPart(PAGE, '.prose')).toEqual({
      tag: '<div class="prose plain" data-x="a > b">',
      inside: '<p>Un <i>mot</i> &amp; deux</p><div><div>dedans</div></div><br>',
    });
    expect(findPart(PAGE, '.pros')).toBeNull();
  });

  it('are found by their name', () => {
    expect(findPart(PAGE, 'html')?.tag).toBe('<html lang="fr" data-accent="vert">');
    expect(findParts(PAGE, 'a').map(({ inside }) => inside)).toEqual(['un', 'deux']);
    expect(findPart(PAGE, 'hr')).toEqual({ tag: '<hr>', inside: '' });
    expect(findPart(PAGE, 'h')).toBeNull();
  });

  it('say their attributes and their words as they were meant', () => {
    expect(attributeOf(findPart(PAGE, 'a')?.tag ?? '', 'href')).toBe('/a/?x=1&y=2');
    expect(attributeOf('<p>', 'href')).toBe('');
    expect(textIn(findPart(PAGE, 'p')?.inside ?? '')).toBe('Un mot & deux');
  });
});

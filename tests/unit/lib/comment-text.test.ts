import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { countLinks, renderCommentText } from '#lib/comment-text.ts';

const ELEMENTS = new Set([
  'P',
  'BR',
  'EM',
  'STRONG',
  'DEL',
  'A',
  'BLOCKQUOTE',
  'UL',
  'OL',
  'LI',
  'CODE',
  'PRE',
]);

describe("a reader's text", () => {
  it('keeps emphasis, lists, quotations and code', () => {
    expect(renderCommentText('Un *mot*, **deux**.\n\n> cité\n\n- a\n- b\n\n`x < y`')).toBe(
      '<p>Un <em>mot</em>, <strong>deux</strong>.</p>\n<blockquote>\n<p>cité</p>\n</blockquote>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p><code>x &lt; y</code></p>',
    );
  });

  it('is set in French', () => {
    expect(renderCommentText("C'est vrai ?")).toBe('<p>C’est vrai\u202F?</p>');
  });

  it.each([
    ['**Bravo** !', '<p><strong>Bravo</strong>\u202F!</p>'],
    ["l'*eau*", '<p>l’<em>eau</em></p>'],
    ['"*mot*"', '<p>«\u00A0<em>mot</em>\u00A0»</p>'],
    ['20\n%', '<p>20\u00A0%</p>'],
    ['`a ? b` ?', '<p><code>a ? b</code>\u202F?</p>'],
    ['Dis <b>"non"</b> !', '<p>Dis &lt;b&gt;«\u00A0non\u00A0»&lt;/b&gt;\u202F!</p>'],
  ])('is set across its marks: %j', (written, set) => {
    expect(renderCommentText(written)).toBe(set);
  });

  it.each([
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['a <b onclick="x()">b</b>', '<p>a &lt;b onclick="x()"&gt;b&lt;/b&gt;</p>'],
    ['# Titre', '<p>Titre</p>'],
  ])('shows the HTML of %j as it was written', (written, shown) => {
    expect(renderCommentText(written)).toBe(shown);
  });

  it('gives links no weight, and none to what is no website', () => {
    expect(renderCommentText('[là](https://ex.fr/?a=1&b=2)')).toBe(
      '<p><a href="https://ex.fr/?a=1&amp;b=2" rel="nofollow ugc noopener">là</a></p>',
    );
    for (const address of ['javascript:alert(1)', 'data:text/html,x', '/ailleurs/', '//ex.fr/', 'vbscript:x'])
      expect(renderCommentText(`[ici](${address}) et [là][1]\n\n[1]: ${address}`), address).not.toContain(
        'href',
      );
  });

  it.each(['>', '- > ', '**a *', '[a]('])('is rendered however deep it is nested: %j', (nested) => {
    expect(renderCommentText(`${nested.repeat(4000 / nested.length)} C'est tout`)).toContain('C’est tout');
  });

  it('has no picture', () => {
    expect(renderCommentText('![x](https://ex.fr/i.png)')).not.toContain('img');
  });

  it('is inert, whatever is written', () => {
    const sign = fc.constantFrom(
      ...'<>"\'&[]()!*_`#:/-=\n ajsx',
      'script',
      'javascript:',
      'onerror=',
      'https://x.y',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        const { document } = parseHTML(`<html><body>${renderCommentText(signs.join(''))}</body></html>`);
        for (const element of document.body.querySelectorAll('*')) {
          expect(ELEMENTS).toContain(element.tagName);
          for (const { name, value } of element.attributes) {
            expect(['href', 'rel']).toContain(name);
            if (name === 'href') expect(value).toMatch(/^(?:https?:\/\/|mailto:)/iu);
          }
        }
      }),
    );
  });
});

describe('the links of a text', () => {
  it('are counted however they are written', () => {
    expect(countLinks('https://a.fr [b](https://b.fr) <https://c.fr> [d][1]\n\n[1]: https://d.fr')).toBe(4);
    expect(countLinks('`https://a.fr` et rien')).toBe(0);
  });
});

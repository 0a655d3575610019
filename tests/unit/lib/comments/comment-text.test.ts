import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { inspectCommentText, renderCommentText } from '#lib/comments/comment-text.ts';

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

describe('the typography of a text', () => {
  it.each([
    ["a `l'eau` ?", "<p>a <code>l'eau</code>\u202F?</p>"],
    ["**[L'eau](https://ex.fr)** ?", 'L’eau</a></strong>\u202F?</p>'],
    ["> l'**eau** !", 'l’<strong>eau</strong>\u202F!'],
    ["- *l'eau* : `a`", '<em>l’eau</em>\u00A0: <code>a</code>'],
    ["www.ex.fr/l'eau ?", ">www.ex.fr/l'eau</a>\u202F?"],
  ])('sees across the marks of %j', (written, shown) => {
    expect(renderCommentText(written)).toContain(shown);
  });
});

describe('a text', () => {
  it('keeps the words of tables and of pictures', () => {
    expect(renderCommentText('| a | *b* |\n|-|-|\n| c | d |')).toBe('<p>a | <em>b</em></p>\n<p>c | d</p>');
    expect(renderCommentText('![un chat](https://ex.fr/i.png)')).toBe('<p>un chat</p>');
  });

  it('shows nothing hidden, be it written as an entity', () => {
    expect(renderCommentText('a&#x202E;b&#8203;c&#xFEFF;d')).toBe('<p>abcd</p>');
  });

  it('nests a few levels, and keeps the words of those below', () => {
    const html = renderCommentText(`${'> '.repeat(2_000)}fond`);
    expect(html.match(/<blockquote>/gu)?.length).toBeLessThan(10);
    expect(html).toContain('fond');
  });

  it('has its links counted however they are written', () => {
    const links = (text: string) => inspectCommentText(text).links;
    expect(links('https://a.fr [b](https://b.fr) <https://c.fr> [d][1]\n\n[1]: https://d.fr')).toBe(4);
    expect(links('`https://a.fr` et rien')).toBe(0);
    expect(links('nom@ex.fr')).toBe(1);
  });

  it.each([
    '---',
    '![](x)',
    '&#x200B;',
    '&nbsp;',
    '[](https://a.fr)',
    '[1]: https://a.fr',
    '# ',
    '- ',
    '> >',
  ])('is blank when nothing of %j would show', (text) => expect(inspectCommentText(text).isBlank).toBe(true));

  it.each(['a', '…', '🙂', '`x`', '<br>', '\\*'])('is not blank as %j', (text) =>
    expect(inspectCommentText(text).isBlank).toBe(false),
  );
});

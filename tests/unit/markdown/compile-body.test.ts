import { describe, expect, it } from 'vitest';
import { compileBody } from '#markdown/compile-body.ts';

const compile = (source: string) => compileBody(source, 'content/articles/a/index.mdx', ['Encadre']);

describe('the compiled text of an article', () => {
  it('has its sentences typeset, its headings named, its components kept', async () => {
    const { nodes, headings } = compile(
      [
        '## Le *mot* : 1er',
        '"Oui" ; `a ; b` ?',
        '<Encadre titre="a : b">\n\nCO2 !\n\n</Encadre>',
        '## Le mot : 1er[^1]',
        '[^1]: Une note.',
      ].join('\n\n'),
    );
    const [start, component, rest] = nodes;
    expect(start).toContain('<h2 id="le-mot-1er">Le <em>mot</em>\u00A0: 1<sup>er</sup></h2>');
    expect(start).toContain('<p>«\u00A0Oui\u00A0»\u202F; <code>a ; b</code>\u202F?</p>');
    expect(component).toMatchObject({ name: 'Encadre', attributes: { titre: 'a : b' } });
    expect(JSON.stringify(component)).toContain('CO<sub>2</sub>\u202F!');
    expect(rest).toContain('<h2 id="le-mot-1er-2">');
    expect(headings.slice(0, 2)).toEqual([
      { depth: 2, slug: 'le-mot-1er', html: 'Le <em>mot</em>\u00A0: 1<sup>er</sup>' },
      { depth: 2, slug: 'le-mot-1er-2', html: 'Le mot\u00A0: 1<sup>er</sup>' },
    ]);
  });

  it('shows what was written, however its characters are escaped in code', async () => {
    const { nodes } = compile(
      'Un \\\\x41, \\\\\\\\x41, « \u2028 », \u0008\u000B\u0000, 😀 \\\\u0041 et "\\\\".',
    );
    expect(String(nodes[0])).toContain('\\x41, \\\\x41');
    expect(String(nodes[0])).toContain('😀 \\u0041');
  });

  it('may be very long', async () => {
    const { nodes } = compile('Un mot, "un autre" : é.\n\n'.repeat(40_000));
    expect(String(nodes[0]).match(/«\u00A0un autre\u00A0»\u00A0: é/gu)).toHaveLength(40_000);
  }, 60_000);
});

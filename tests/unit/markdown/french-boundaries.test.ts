import { describe, expect, it } from 'vitest';
import { compileBody } from '#markdown/compile-body.ts';
import { readVectors, shown } from '../lib/typography/vectors.ts';

const html = (nodes: readonly unknown[]) => shown(nodes.filter((node) => typeof node === 'string').join(''));

describe('the text of an article', () => {
  it.each(readVectors('typography-mdx.txt'))('$family: $input', async ({ input, output }) => {
    const body = compileBody(input, 'article.mdx', []);
    expect(html(body.nodes)).toBe(shown(output));
  });

  it('is set in cells of tables, notes and components alike', async () => {
    const source = [
      '| A : b | C ! |\n|---|---|\n| 20 % | "oui" |',
      'Note[^1] !\n\n[^1]: Une "note" : ici.',
      '<Encadre titre="Un titre">\n\n"Texte" : 20 % !\n\n</Encadre>',
    ].join('\n\n');
    const { nodes } = compileBody(source, 'article.mdx', ['Encadre']);
    const text = shown(JSON.stringify(nodes));
    expect(text).toContain('<th>A¤: b</th>\\n<th>C¬!</th>');
    expect(text).toContain('<td>20¤%</td>\\n<td>«¤oui¤»</td>');
    expect(text).toContain('Une «¤note¤»¤: ici.');
    expect(text).toContain('<p>«¤Texte¤»¤: 20¤%¬!</p>');
  });
});

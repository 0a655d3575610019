import { describe, expect, it } from 'vitest';
import { readBody } from '#content/checks/mdx-syntax.ts';
import { textProblems } from '#content/checks/safety/text-safety.ts';
import { editorialComponents } from '#model/editorial-components.ts';
import { scanMdx } from '#lib/mdx/mdx-scan.ts';
import { mdxSource } from '#lib/mdx/mdx-source.ts';
import { compileBody } from '#markdown/compile-body.ts';

const FILE = 'content/articles/a/index.mdx';

async function htmlOf(text: string): Promise<string> {
  const { nodes } = compileBody(text, FILE, Object.keys(editorialComponents));
  return JSON.stringify(nodes).replaceAll('\\"', '"').replaceAll('\\n', ' ');
}

/** A text, what its page must contain, and what it must not contain. */
const BOUNDARIES: readonly (readonly [text: string, holds: string, lacks?: string])[] = [
  ['a <!-- b --> c', '<p>a c</p>', 'b'],
  ['<!-- a -->\n\nb', '<p>b</p>', '<!--'],
  ['<!-- a\n\nb -->\n\nc', '<p>c</p>', 'a '],
  ['a <!-- x -->\nb', '<p>a b</p>', '<br>'],
  ['a <!-- {b} <c> --> d', '<p>a d</p>'],
  ['a <!-- `b` --> c', '<p>a c</p>'],
  ['<!--more-->', '[]'],
  ['`<!-- a -->`', '&lt;!-- a --&gt;'],
  ['```\n<!-- a -->\n```', '&lt;!-- a --&gt;'],
  ['~~~~\n<br>\n~~~\n~~~~', '&lt;br&gt; ~~~'],
  ['> ```\n> <br>\n> ```', '&lt;br&gt;'],
  ['- ```\n  <br>\n  ```', '&lt;br&gt;'],
  ['a {/* b */} c', '<p>a c</p>'],
  ['{/* a\n\nb */}\n\nc', '<p>c</p>'],
  ['- a\n- <!-- x --> b', '<li>b</li>'],
  ['<https://exemple.fr/a_b*c>', 'href="https://exemple.fr/a_b*c">https://exemple.fr/a_b*c</a>'],
  ['<HTTPS://exemple.fr/>', 'href="HTTPS://exemple.fr/"'],
  ['(<https://exemple.fr/>).', '(<a href="https://exemple.fr/">https://exemple.fr/</a>).'],
  ['<nom.prenom+x@exemple.fr>', 'href="mailto:nom.prenom+x@exemple.fr"'],
  ['`<https://exemple.fr/>`', '&lt;https://exemple.fr/&gt;'],
  ['a<br>b', 'a<br>b'],
  ['a<BR >b', 'a<br>b'],
  ['a<br/>b<br />c', 'a<br>b<br>c'],
  ['`<br>`', '<code>&lt;br&gt;</code>'],
  ['``a ` <br>`` <br>', '<code>a ` &lt;br&gt;</code> <br>'],
  ['\\`<br>\\`', '`<br>`'],
  ['a < b > c', 'a &lt; b &gt; c'],
  ['\\<b> \\{c\\}', '&lt;b&gt; {c}'],
  ['| a |\n| --: |\n| 1 |', '<td class="at-end">1</td>', 'style='],
  ['| a |\n| :-: |\n| 1 |', '<th class="at-center">a</th>', 'style='],
  ['| a |\n| - |\n| 1 |', '<div class="scroll" tabindex="0" role="group" aria-label="Tableau"><table>'],
  ['```js\nx\n```', '<pre tabindex="0"><code class="language-js">x'],
  ['- [x] a\n- [ ] b', '☑ a</li> <li class="task-list-item">☐ b', '<input'],
  ['a[^é]\n\n[^é]: b', 'id="user-content-fn-_e9"', '%C3'],
  ['a[^1-2][^1][^1]\n\n[^1]: b\n\n[^1-2]: c', 'id="user-content-fnref-1-2"'],
  ['## Sources', '<h2 id="sources-2">'],
  ['## Étape\n\n## Étape 2\n\n## Étape', 'id="etape"'],
  ['## 🚀\n\n## 数', '<h2 id="partie-2">'],
  ['## User content fn 1', '<h2 id="partie-user-content-fn-1">'],
  ['12:30 et 3:1', '12:30 et 3:1'],
  ['a\n<Encadre titre="x">\nb\n</Encadre>\nc', '<p>a</p>'],
  ['    quatre espaces', '<p>quatre espaces</p>'],
  ['#MeToo', '<p>#MeToo</p>'],
];

describe('at the boundaries of MDX', () => {
  it.each(BOUNDARIES.map(([text, holds, lacks]) => ({ text, holds, lacks })))(
    '$text is read as it was meant',
    async ({ text, holds, lacks }) => {
      const html = await htmlOf(text);
      expect(html).toContain(holds);
      if (lacks !== undefined) expect(html).not.toContain(lacks);
    },
  );

  it('every node has its place in what was written, whatever is made of it', () => {
    const text = 'a <!-- x --> **b** <https://exemple.fr/> c<br>d *e*\n\nf **g**';
    const found: string[] = [];
    const look = (node: NonNullable<ReturnType<typeof readBody>['tree']>): void => {
      if (node.position && (node.type === 'strong' || node.type === 'emphasis')) {
        const { start, end } = node.position;
        found.push(`${start.line}:${start.column} ${text.slice(start.offset, end.offset)}`);
      }
      node.children?.forEach(look);
    };
    const { tree } = readBody(text);
    if (tree) look(tree);
    expect(found).toEqual(['1:14 **b**', '1:49 *e*', '3:3 **g**']);
  });

  it('reads a text once, however hostile', () => {
    const work = (text: string) => scanMdx(text).length + mdxSource(text).text.length;
    for (const piece of ['<!-- ', '`', '`` ` ', '{/* ', '<a@b.c', '<https://', '~~~\n', '\\', '> - ```\n'])
      expect(work(piece.repeat(40_000)), piece).toBeGreaterThan(0);
  });
});

describe('the depth of a text', () => {
  const isDeep = (text: string) =>
    textProblems(FILE, `---\ntitle: a\n---\n\n${text}`).some(({ message }) =>
      message.startsWith('Plus de 16'),
    );

  it.each([
    `\`\`\`html\n${'<meta charset="utf-8">\n'.repeat(30)}\`\`\``,
    `\`\`\`ts\n${'React.RefObject<Element>\n'.repeat(30)}\`\`\``,
    `\`${'<br>'.repeat(30)}\``,
    '<br>'.repeat(30),
    '<img src="a"> '.repeat(30),
    'Voir \\<https://exemple.fr/1>.\n\n'.repeat(30),
    'Voir <https://exemple.fr/1>.\n\n'.repeat(30),
    `\`\`\`\n${'{{{[[[(((('.repeat(5)}\n\`\`\``,
    `<!-- ${'<div>'.repeat(30)} -->`,
  ])('does not count what nests nothing: %j', (text) => {
    expect(isDeep(text)).toBe(false);
  });

  it.each(['<i>'.repeat(30), '> '.repeat(30), `${'['.repeat(30)}a`, '<Encadre titre="a">\n'.repeat(30)])(
    'counts what does: %j',
    (text) => {
      expect(isDeep(text)).toBe(true);
    },
  );
});

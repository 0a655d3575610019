import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BodyNode } from '#model/compiled-body.ts';
import { compileBody, compileWithPlugins } from '#markdown/compile-body.ts';
import { setPlainBody } from '#markdown/plain-body.ts';

const FILE = 'content/articles/un-article/index.mdx';
const NAMES = ['Encadre', 'Citation', 'Etape'];

const words = [
  ...[
    'mot',
    'L’eau',
    "aujourd'hui",
    'oui',
    '12',
    '2024',
    '000',
    '1er',
    '2e',
    'XXIe',
    'XXI',
    '1ère',
    'siècle',
  ],
  ...['juin', 'h', '30', '%', '€', 'CO2', 'M.', 'Mme', 'Dupont', 'n°', 'É', 'etc.', '...', '…', 'kg', 'é'],
];
const signs = [
  ...[' ', ' ', ' ', ' ', '\u00A0', '\u202F', ':', ';', '!', '?', '«', '»', '"', "'", '’', '-', '–', '--'],
  ...['(', ')', ',', '.', '\n', '  \n', '\t', '    ', '@', '~', '|', '#', 'a < b'],
];
const marks = [
  ...[
    '*',
    '**',
    '~~',
    '_',
    '__',
    '`',
    '`a : b`',
    '`a < b`',
    '\\*',
    '\\:',
    '\\"',
    '[ ]',
    '[^1]',
    '[r]',
    '[ref][r]',
  ],
  ...[
    '[lien](https://ex.fr/a?b=1)',
    '[li : en](/x "ti > : tre")',
    'https://ex.fr/a;b ?',
    '![x : y](./c.png)',
  ],
  ...['&nbsp;', '&amp;', '&#101;', '&eacute;', '<i lang="en">a : b</i>', '<kbd>a ?</kbd>', '<em>a :</em>'],
  ...[
    '<Citation auteur="x">mot : oui</Citation>',
    '<Encadre titre="t">"a" ?</Encadre>',
    '<Etape lang="en">a : b</Etape>',
  ],
];
const sentence = fc
  .array(fc.constantFrom(...words, ...signs, ...marks), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(''));
const line = sentence.map((text) => text.replaceAll('\n', ' '));
const rare = [
  '***',
  '```js\na : "b" ?\n```',
  '## Titre : un\n\n## Titre : un',
  '### `code` et *mot* : oui',
  'Titre : deux ?\n---',
  '[r]: https://ex.fr/?a=1&b=2 "ti > : tre"',
  '[^1]: note : oui',
  '- [ ] faire : oui\n- [x] fait !',
  '- a :\n\n  <Encadre titre="t">\n  texte ?\n  </Encadre>',
  '> - a : b\n>   - c ? d',
  '<Encadre titre="t"><Citation auteur="u">a : b</Citation> : c ?</Encadre>',
  '<Encadre titre="t">\n## Sous : titre\n</Encadre>',
  '1. a : b\n2. *c* : d\n   e ?',
  '<Citation auteur="a">b</Citation>\n: c',
  'un {1 + 1} : deux',
];
const block = fc.oneof(
  { weight: 5, arbitrary: sentence },
  line.map((text) => `## ${text}`),
  line.map((text) => `- ${text}\n- deux : oui`),
  line.map((text) => `1. ${text}\n\n   suite ?\n   - niveau : 2`),
  sentence.map((text) => `> ${text.replaceAll('\n', '\n> ')}`),
  line.map((text) => `| a : | b |\n| --- | ---: |\n| ${text.replaceAll('|', '')} | 2 ! |`),
  fc.tuple(sentence, sentence).map((two) => `<Encadre titre="a : b">\n\n${two.join('\n\n')}\n\n</Encadre>`),
  sentence.map((text) => `<Citation auteur="x">\n${text}\n</Citation>`),
  { weight: 2, arbitrary: fc.constantFrom(...rare) },
);
const text = fc.array(block, { minLength: 1, maxLength: 4 }).map((blocks) => blocks.join('\n\n'));

/** What a compiler gives, or what it says that it cannot. */
const outcome = (compiled: Promise<unknown>) => compiled.catch((error: unknown) => String(error));
const compileNodes = async (source: string) => (await compileBody(source, FILE, NAMES)).nodes;

describe('a text that is set in its HTML', () => {
  it('is the same as one that plugins set, whatever is written', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (source) => {
        expect(await outcome(compileNodes(source))).toEqual(
          await outcome(compileWithPlugins(source, FILE, NAMES)),
        );
      }),
      { numRuns: 4000 },
    );
  }, 60_000);

  it('has its sentences set, its headings named, its components kept', () => {
    const nodes: BodyNode[] = [
      '<h2>Le <em>mot</em> : 1er</h2>\n<p>"Oui" ; <code>a ; b</code> ?</p>\n',
      { name: 'Encadre', attributes: { titre: 'a : b' }, children: ['<p>CO2 !</p>'] },
      '\n<h2>Le mot : 1er</h2>',
    ];
    expect(setPlainBody(nodes)).toEqual([
      '<h2 id="le-mot-1er">Le <em>mot</em>\u00A0: 1<sup>er</sup></h2>\n' +
        '<p>«\u00A0Oui\u00A0»\u202F; <code>a ; b</code>\u202F?</p>\n',
      { name: 'Encadre', attributes: { titre: 'a : b' }, children: ['<p>CO<sub>2</sub>\u202F!</p>'] },
      '\n<h2 id="le-mot-1er-2">Le mot\u00A0: 1<sup>er</sup></h2>',
    ]);
  });

  it.each<[string, BodyNode[]]>([
    ['an element that is not common', ['<p>a <sup>b</sup></p>']],
    ['a hard break', ['<p>a<br>\nb</p>']],
    ['an entity', ['<p>a &lt; b</p>']],
    ['a sign of HTML in the code of a heading', ['<h2><code>a &lt; b</code></h2>']],
    ['a component in a heading', ['<h2>', { name: 'Etape', attributes: {}, children: [] }, '</h2>']],
    ['a component in another language', [{ name: 'Etape', attributes: { lang: 'en' }, children: ['a'] }]],
    ['a component in a list', ['<li>', { name: 'Etape', attributes: {}, children: [] }, '</li>']],
    ['words after a component', [{ name: 'Etape', attributes: {}, children: [] }, ' : mot']],
    ['words before a component', ['mot', { name: 'Etape', attributes: {}, children: [] }]],
    ['what is no HTML', ['<p>a</p> < b']],
  ])('is left to plugins with %s', (_, nodes) => {
    expect(setPlainBody(nodes)).toBeNull();
  });
});

describe('the compiled text of an article', () => {
  it('says what was written, however its signs are escaped in code', async () => {
    const source = 'Un \\\\x41, \\\\\\\\x41, « \u2028 », \u0008\u000B\u0000, 😀 \\\\u0041 et "\\\\".';
    const { nodes } = await compileBody(source, FILE, NAMES);
    expect(nodes).toEqual(await compileWithPlugins(source, FILE, NAMES));
    expect(String(nodes[0])).toContain('\\x41, \\\\x41');
    expect(String(nodes[0])).toContain('😀 \\u0041');
  });

  it('may be very long', async () => {
    const source = 'Un mot, "un autre" : é.\n\n'.repeat(40_000);
    const { nodes } = await compileBody(source, FILE, NAMES);
    expect(String(nodes[0]).match(/«\u00A0un autre\u00A0»\u00A0: é/gu)).toHaveLength(40_000);
  }, 60_000);
});

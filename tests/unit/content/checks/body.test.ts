import { describe, expect, it } from 'vitest';
import { checkBody } from '#content/checks/body.ts';
import { editorialComponents } from '#model/editorial-components.ts';

const file = 'content/articles/a/index.mdx';
const neighbours = new Set(['index.mdx', 'couverture.svg', 'vélo bleu.jpg']);

function said(body: string): string[] {
  return checkBody(body, { file, neighbours }).map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}

describe('the text of an article', () => {
  it.each([
    'Un *mot*, un **autre**, `code {x}` et [un lien](https://ex.fr).',
    'Trois \\{accolades\\} et a < b.',
    '<!-- note -->',
    'Un mot <!-- à vérifier --> et {/* un autre */} mot.',
    '```js\nimport x from "y";\n```',
    'L’<abbr title="Union européenne">UE</abbr>, H<sub>2</sub>O, une ligne<br />une autre.',
    '![Un vélo](./v%C3%A9lo%20bleu.jpg)',
    '![Un vélo](<./vélo bleu.jpg>)',
    '<Figure legende="Un vélo">\n\n![Un vélo](./couverture.svg)\n\n</Figure>',
    '<Galerie legende="L">\n\n![Un vélo](./couverture.svg)\nDe *près*.\n\n![Un autre](./couverture.svg)\\\nDe loin.\n\n</Galerie>',
    '<Galerie legende="L">\n![Un vélo](./couverture.svg) De près.\n\n![Un autre](./couverture.svg)  \nDe loin.\n</Galerie>',
    '<Chronologie titre="T">\n\n<Etape date="1966">Un.</Etape>\n\n<Etape date="2022-11">Deux.</Etape>\n\n</Chronologie>',
    '<Video src="https://vimeo.com/123456" titre="T" />',
    '<Graphique type="barres" titre="T" unite="Mt" description="D">\n\n| An | A |\n| --- | --- |\n| 2020 | 1,5 |\n\n</Graphique>',
  ])('may hold %j', (body) => {
    expect(said(body)).toEqual([]);
  });

  it.each([
    ['export const x = 1;', 'Une ligne « import » ou « export » est du code'],
    ['{1 + 1}', 'Des accolades « { } » sont lues comme du code'],
    ['Titre\n=====', 'Un titre « # » répète celui de l’article'],
    ['<script>x</script>', '<script> est une balise HTML, que les articles n’acceptent pas'],
    ['<img src="./couverture.svg" />', '<img> est une balise HTML, que les articles n’acceptent pas'],
    ['<constructor />', 'Le composant <constructor> n’existe pas'],
    ['<>texte</>', 'Le composant <> n’existe pas'],
    ['<Encadre titre={x}>a</Encadre>', '« titre » n’est pas un texte'],
    ['<Encadre titre="">a</Encadre>', '« titre » n’est pas un texte'],
    ['<Encadre titre>a</Encadre>', '« titre » n’est pas un texte'],
    ['<Video src="http://ex.fr" titre="T" />', '« http://ex.fr » n’est pas valide pour « src »'],
    ['![Un vélo](../b/photo.jpg)', 'L’image « ../b/photo.jpg » n’est pas à côté de l’article'],
    ['![Un vélo](https://ex.fr/a.jpg)', 'L’image « https://ex.fr/a.jpg » n’est pas à côté de l’article'],
    ['![Un vélo](./loin.webp)', 'L’image « ./loin.webp » n’existe pas'],
  ])('may not hold %j', (body, message) => {
    expect(said(body)).toEqual([`1:1 ${message}`]);
  });

  it('may import a component that stands beside it, and no other code', () => {
    const beside = new Set([...neighbours, 'Carte.astro']);
    const own = (line: string) =>
      checkBody(`${line}\n\n<Carte lieu={1} />\n`, { file, neighbours: beside }).map(
        ({ message }) => message,
      );
    expect(own("import Carte from './Carte.astro'")).toEqual([]);
    for (const line of [
      "import Carte from './Plan.astro'",
      "import Carte from '../Carte.astro'",
      "import { Carte } from './Carte.astro'",
      "import Carte from './Carte.astro'\nexport const x = 1",
    ])
      expect(own(line), line).toContain('Une ligne « import » ou « export » est du code');
  });

  it('says every mistake at its own place', () => {
    expect(said('# Titre\n\nUn {x} ici.\n\n- <Encadré>a</Encadré>\n')).toEqual([
      '1:1 Un titre « # » répète celui de l’article',
      '3:4 Des accolades « { } » sont lues comme du code',
      '5:3 Le composant <Encadré> n’existe pas : vouliez-vous dire <Encadre> ?',
    ]);
  });

  it('wants a step directly in a timeline', () => {
    expect(
      said(
        '<Chronologie titre="T">\n\n<Encadre titre="E">\n\n<Etape date="1966">Un.</Etape>\n\n</Encadre>\n\n</Chronologie>',
      ),
    ).toEqual(['3:1 <Chronologie> ne contient que des <Etape>', '5:1 <Etape> n’est pas dans <Chronologie>']);
  });

  it('names a picture whose address cannot be decoded', () => {
    expect(said('![Un vélo](./a%zz.png)')).toEqual([
      expect.stringMatching(/^1:1 L’image « \.\/a%zz\.png » n’existe pas/u),
    ]);
  });

  it.each(['Un <span title={process.env.HOME}>mot</span>.', 'Un <span {...process.env}>mot</span>.'])(
    'holds no code in the attributes of HTML either: %s',
    (body) => {
      expect(said(body)).not.toEqual([]);
    },
  );

  it('looks at pictures whose address stands apart', () => {
    expect(said('![Un vélo][photo]\n\n[photo]: ./absente.png\n')).not.toEqual([]);
  });

  it('wants a video’s address to be one', () => {
    expect(said('<Video src="https://" titre="T" />')).not.toEqual([]);
  });

  it('wants the date of a step to exist', () => {
    expect(
      said('<Chronologie titre="T">\n\n<Etape date="2022-13">Un.</Etape>\n\n</Chronologie>'),
    ).not.toEqual([]);
  });
});

describe('the editorial components', () => {
  it.each(Object.entries(editorialComponents))('describes <%s> and its attributes in French', (_, rule) => {
    const descriptions = [rule, ...Object.values(rule.attributes)].map(({ description }) => description);
    for (const description of descriptions) expect(description).toMatch(/^\p{Lu}.{5,}/u);
  });

  it.each(Object.entries(editorialComponents))('tells what <%s> lacks', (name, rule) => {
    const missing = Object.entries(rule.attributes).filter(([, { required }]) => required);
    const messages = said(`<${name} />`);
    for (const [attribute] of missing)
      expect(messages).toContain(`1:1 Il manque « ${attribute} » à <${name}>`);
    expect(messages.includes(`1:1 <${name}> est vide`)).toBe(rule.content === 'required');
  });
});

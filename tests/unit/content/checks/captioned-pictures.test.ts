import { describe, expect, it } from 'vitest';
import { checkBody } from '#content/checks/body.ts';

const neighbours = new Set(['couverture.svg']);
const first = '![a](./couverture.svg)\nLégende a.';
const TWO = `${first}\n\n![b](./couverture.svg)\nLégende b.`;

/** Returns the problems of a component, as `line: message → remedy`. The first picture is on line 3. */
function said(pictures: string, name = 'Galerie'): string[] {
  return checkBody(`<${name} legende="L">\n\n${pictures}\n\n</${name}>`, { file: 'a.mdx', neighbours }).map(
    ({ line, message, remedy }) => `${line}: ${message} → ${remedy}`,
  );
}

describe('a gallery', () => {
  it.each([
    TWO,
    `${TWO}\n\n${first}`,
    '![a](./couverture.svg) A\n\n![b](./couverture.svg)\\\n*B* et\nla suite',
  ])('may hold %j', (pictures) => expect(said(pictures)).toEqual([]));

  it.each([
    ['no picture', 'un texte', 1, '<Galerie> ne contient pas d’image → Écrivez ![ce que l’image montre]'],
    [
      'one picture',
      first,
      1,
      '<Galerie> ne contient qu’une image → Ajoutez une image, ou montrez celle-ci seule, ou dans <Figure>',
    ],
    [
      'a picture without a caption',
      `${TWO}\n\n![c](./couverture.svg)`,
      9,
      'L’image « ./couverture.svg » n’a pas de légende → Écrivez-la sur la ligne qui suit l’image',
    ],
    [
      'a caption away from its picture',
      `${TWO}\n\nun texte`,
      9,
      'Ce texte n’est pas sous une image de <Galerie> → Écrivez-le sur la ligne qui suit son image',
    ],
    [
      'a caption before its picture',
      `${TWO}\n\nun texte\n![c](./couverture.svg)`,
      9,
      'Ce texte n’est pas sous une image de <Galerie> → Écrivez-le sur la ligne qui suit son image',
    ],
    [
      'two pictures in a paragraph',
      `${TWO}\n![c](./couverture.svg)\nC`,
      8,
      'Deux images de <Galerie> se touchent → Laissez une ligne vide entre elles',
    ],
    [
      'anything else',
      `${TWO}\n\n- un`,
      9,
      '<Galerie> ne contient que des images, chacune avec sa légende → Placez l’image seule sur sa ligne',
    ],
  ])('with %s is refused at its line, with what to write', (_, pictures, line, words) => {
    expect(said(pictures)).toEqual([expect.stringContaining(`${line}: ${words}`)]);
  });
});

describe('a comparison', () => {
  it('may hold two pictures', () => expect(said(TWO, 'AvantApres')).toEqual([]));

  it.each([
    [first, 1, '<AvantApres> ne contient qu’une image → Ajoutez une image'],
    [
      `${TWO}\n\n${first}`,
      9,
      '<AvantApres> contient plus de 2 images → Supprimez celle-ci, ou montrez-les toutes dans <Galerie>',
    ],
    [
      `${first}\n\n![b](./couverture.svg)`,
      6,
      'L’image « ./couverture.svg » n’a pas de légende → Écrivez-la sur la ligne qui suit',
    ],
  ])('is refused with another number of them, or without a caption: %j', (pictures, line, words) => {
    expect(said(pictures, 'AvantApres')).toEqual([expect.stringContaining(`${line}: ${words}`)]);
  });
});

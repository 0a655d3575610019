import fc from 'fast-check';
import { PAGE_IDS } from '#lib/html/heading-ids.ts';

const inline = fc.constantFrom(
  ...[
    'mot',
    'L’eau',
    'Étape',
    '2024',
    'CO2',
    '1er',
    '3 000 €',
    '*italique*',
    '**gras**',
    '~~barré~~',
    '`code <b>`',
  ],
  ...[
    '[lien](https://exemple.fr/a?b=1&c=2)',
    '<https://exemple.fr/>',
    '<nom@exemple.fr>',
    'https://exemple.fr/a;b',
  ],
  ...[
    '[^1]',
    '[^énergie]',
    '[^1]',
    '<br>',
    '<br />',
    '<i lang="en">open source</i>',
    'H<sub>2</sub>O',
    '&amp;',
    '&lt;b&gt;',
  ],
  ...[
    '<abbr title="Union européenne">UE</abbr>',
    '<span dir="rtl" lang="ar">مرحبا</span>',
    '<kbd>Ctrl</kbd>',
    '\\<',
    '\\{',
  ],
  ...[
    '<ACompleter>le lieu</ACompleter>',
    '<!-- à vérifier -->',
    '{/* une note */}',
    '![Une roue](./couverture.svg)',
    '😀',
  ],
  ...[
    '<Citation>au milieu</Citation>',
    '<Video src="https://youtu.be/dQw4w9WgXcQ" titre="T" />',
    '{x}',
    '<b>gras</b>',
  ],
);
const common = fc.constantFrom(
  'mot',
  'L’eau',
  'Étape',
  '2024',
  'CO2',
  '*italique*',
  '[lien](https://exemple.fr/)',
  '`code`',
  '[^1]',
  '<br>',
  '<!-- note -->',
);
const sentence = fc
  .array(fc.oneof({ weight: 6, arbitrary: common }, inline), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(' '));
const title = fc.oneof(
  fc.constantFrom(
    ...PAGE_IDS,
    'Sources',
    'Étape',
    'Étape 2',
    'Étape-2',
    '🚀',
    '数',
    'Encadré à retenir',
    'User content fn 1',
  ),
  sentence,
);
const attribute = fc.constantFrom('À retenir', 'Étape', '🚀', 'a & b', 'Le « mot »', '1 < 2', 'Sources');
const cell = fc.constantFrom('1', '2,5', 'mot', '*a*', '', 'CO2', '[^1]', '`|`', '[a](https://exemple.fr/)');
const rule = fc.constantFrom('---', ':--', ':-:', '--:');
const rows = fc.tuple(
  fc.array(cell, { minLength: 2, maxLength: 2 }),
  fc.tuple(rule, rule),
  fc.array(cell, { minLength: 2, maxLength: 2 }),
);
const table = rows.map((lines) => lines.map((line) => `| ${line.join(' | ')} |`).join('\n'));
const fence = fc.constantFrom(
  '```js\nconst a = "<b>" && {};\n```',
  '~~~\n<!-- code -->\n~~~',
  '```\n| a | b |\n```',
);
const list = fc
  .tuple(sentence, sentence)
  .chain(([one, two]) =>
    fc.constantFrom(
      `- ${one}\n- ${two}`,
      `1. ${one}\n\n   ${two}\n2. fin`,
      `- [ ] ${one}\n- [x] ${two}`,
      `- ${one}\n  - ${two}\n    1. trois`,
      `7. ${one}\n8. ${two}`,
    ),
  );
const leaf = fc.oneof(
  { weight: 4, arbitrary: sentence },
  title.map((words) => `## ${words}`),
  title.map((words) => `### ${words}`),
  table,
  fence,
  list,
  sentence.map((words) => `> ${words}\n>\n> > ${words}`),
  fc.constantFrom(
    '***',
    '<!-- une\n\nnote -->',
    '<i lang="en">Alone</i>',
    '<ACompleter>seul</ACompleter>',
    '<Etape date="1966">x</Etape>',
  ),
  fc.constantFrom(
    '<Video src="https://www.youtube.com/watch?v=dQw4w9WgXcQ" titre="Une vidéo" duree="4 min" />',
    '<Figure legende="Une roue">\n\n![Une roue](./couverture.svg)\n\n</Figure>',
    '<Galerie legende="Des roues">\n\n![Une roue](./couverture.svg)\nLa première.\n\n![Une autre](./couverture.svg)\nLa seconde.\n\n</Galerie>',
    '<AvantApres legende="Une roue">\n\n![Une roue neuve](./couverture.svg)\nAvant\n\n![Une roue usée](./couverture.svg)\nAprès\n\n</AvantApres>',
    '<Graphique type="barres" titre="T" unite="Mt" description="D">\n\n| An | A |\n| --- | --: |\n| 2020 | 1,5 |\n| 2021 | 2 |\n\n</Graphique>',
  ),
);
const gap = fc.constantFrom('\n\n', '\n\n', '\n');
const block = fc.oneof(
  { weight: 5, arbitrary: leaf },
  fc
    .tuple(attribute, leaf, leaf, gap)
    .map(
      ([words, one, two, between]) =>
        `<Encadre titre="${words}">${between}${one}\n\n${two}${between}</Encadre>`,
    ),
  fc
    .tuple(attribute, sentence, sentence, gap)
    .map(
      ([words, one, two, between]) =>
        `<Chronologie titre="${words}">${between}<Etape date="1966">${one}</Etape>${between}<Etape date="2022-11">${two}</Etape>${between}</Chronologie>`,
    ),
  fc.tuple(sentence, leaf).map(([one, two]) => `<Citation>\n\n${one}\n\n${two}\n\n</Citation>`),
  fc
    .tuple(sentence, gap)
    .map(
      ([words, between]) =>
        `avant${between}<Citation auteur="A. B." lang="en">${words}</Citation>${between}après`,
    ),
  sentence.map((words) => `<ChiffreCle valeur="35 %">${words}</ChiffreCle>`),
);

/** Arbitrary texts of articles: most are valid, some are not. */
export const articleTexts = fc
  .array(block, { minLength: 1, maxLength: 7 })
  .map(
    (blocks) =>
      `${blocks.join('\n\n')}\n\n[^1]: Une note, *en bas*.\n\n[^énergie]: Une autre, [liée](https://exemple.fr/).\n`,
  );

/** Texts that a quality gate once refused, or similar ones. Each must be valid, or refused with a remedy. */
export const HARD_TEXTS: readonly string[] = [
  ...PAGE_IDS.map((id) => `## ${id.replaceAll('-', ' ')}\n\n## ${id}`),
  '## Étape\n\n## Étape 2\n\n## Étape\n\n## Étape 2',
  '## A\n\n## A\n\n## A 2\n\n## A 3\n\n## A',
  '## 🚀\n\n## 数\n\n## Partie\n\n## Partie 2',
  '## Commentaire text\n\n## Commentaire nom',
  '<Encadre titre="À retenir">\n\nun\n\n</Encadre>\n\n<Encadre titre="À retenir">\n\ndeux\n\n</Encadre>\n\n## Encadré à retenir',
  '| Année | Valeur |\n| :-- | --: |\n| 2023 | 11,9 |',
  '- a\n\n  | A | B |\n  | :-: | --: |\n  | 1 | 2 |',
  '> | A | B |\n> | :-: | --: |\n> | 1 | 2 |',
  '- [ ] à faire\n- [x] fait',
  'Une note[^énergie-été] et une autre[^énergie_été][^énergie-été].\n\n[^énergie-été]: Un.\n\n[^énergie_été]: Deux.',
  'Une[^1] et[^1] et[^1-2].\n\n[^1]: a\n\n[^1-2]: b',
  'Une note[^a.b].\n\n[^a.b]: a',
  'texte\n<Citation>Une phrase.</Citation>\ntexte',
  'texte <Encadre titre="x">y</Encadre> texte',
  '**a <Citation>b</Citation>**',
  '| a |\n| - |\n| <Citation>b</Citation> |',
  '## Un <ChiffreCle valeur="1">x</ChiffreCle>',
  '<Citation>Une phrase avec [un lien](https://exemple.fr/).</Citation>',
  '<ACompleter>\n\nun\n\ndeux\n\n</ACompleter>',
  '<span lang="en">\n\nun\n\n</span>',
  '<i>a</i> <i>b</i>',
  '<Chronologie titre="T">texte</Chronologie>',
  '<Chronologie titre="T">\n\n- a\n\n</Chronologie>',
  '##',
  '## ![Une roue](./couverture.svg)',
  '## <br />',
  '[un lien[^1]](https://exemple.fr/)\n\n[^1]: a',
  '<br>x</br>',
  '<br />x<br/>',
  '<span dir="travers">x</span>',
  '<span lang="en" lang="fr">x</span>',
  '[a](https://) [b](//) [c](http://[::1/) [d](https://exa%20mple.fr/) [e](http://exemple.fr:99999/)',
  '[a](./%zz) [b](#%E0%A4%A)',
  '<Graphique type="barres" titre="T" unite="Mt" description="D">\n\n| An | A | B |\n| :-- | --: | :-: |\n| 2020 | 1,5 | −2 |\n\n</Graphique>',
  '<Figure legende="L"></Figure>',
  '<Galerie legende="L">\n![Un](./couverture.svg) [Une](/a/) roue.\n\n![Deux](./couverture.svg)\n\n</Galerie>',
  '<Galerie legende="L">\n![Un](./couverture.svg) [Une](https://exemple.fr/) *roue*.[^1]\n\n![Deux](./couverture.svg)\\\nDeux "mots".\n\n</Galerie>\n\n[^1]: a',
  'Un <kbd onclick="a()">x</kbd>',
  '<svg onload="a()"></svg>',
  '```"onclick="a()\nx\n```',
  '![Une "roue" <b>](./couverture.svg "un titre")',
];

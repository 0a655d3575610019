import { describe, expect, it } from 'vitest';
import { rule as internalLinks } from '#content/checks/rules/internal-links.ts';
import { rule as markup } from '#content/checks/rules/markup.ts';
import { checkBody } from '#content/checks/body.ts';
import { splitArticle } from '#content/files/article-file.ts';
import { textProblems } from '#content/checks/safety/text-safety.ts';
import { article, plain, project } from '../cli/project.ts';

const neighbours = new Set(['index.mdx', 'couverture.svg']);

/** Returns the problems of a text, as `line: message → remedy`. Its first line is 1. */
async function sayings(body: string): Promise<string[]> {
  const document = article(body);
  const { file, text } = document.source;
  const first = text.slice(0, text.indexOf(body)).split('\n').length - 1;
  const problems = [
    ...textProblems(file, text),
    ...checkBody(splitArticle(text)?.body ?? '', { file, neighbours }),
    ...(await markup.check(project([document]))),
    ...(await internalLinks.check(project([document]))),
  ];
  return problems
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(({ line, message, remedy }) => plain(`${line - first}: ${message} → ${remedy}`));
}

/** A text, the reported line, a part of the message, a part of the remedy. */
type Row = readonly [text: string, line: number, message: string, remedy: string];

const HTML = 'est une balise HTML';

const MISTAKES: readonly Row[] = [
  // Lists, links and timelines with invisible mistakes
  ['Avant.\n\n– un\n– deux', 3, 'tiret long', 'Écrivez « - »'],
  ['[le rapport]( )', 1, 'Ce lien n’a pas d’adresse', 'entre parenthèses'],
  [
    '<Chronologie titre="T">\n\n<Etape date="2019">a</Etape>\n\n<Etape date="2021-03">b</Etape>\n\n<Etape date="2020">c</Etape>\n\n</Chronologie>',
    7,
    'n’est pas à sa place dans la chronologie',
    'Rangez les étapes',
  ],
  // HTML of other systems
  [
    'Voir <a href="https://insee.fr/x">le site</a>.',
    1,
    `<a> ${HTML}`,
    'Écrivez [le site](https://insee.fr/x)',
  ],
  ['<h2>Un titre</h2>', 1, `<h2> ${HTML}`, 'Écrivez « ## Un titre »'],
  ['Un <b>mot</b>.', 1, `<b> ${HTML}`, 'Écrivez **mot**'],
  ['<p>Un paragraphe.</p>', 1, `<p> ${HTML}`, 'une ligne vide sépare'],
  ['<p>Un paragraphe.', 1, `<p> ${HTML}`, 'une ligne vide sépare'],
  ['<img src="/uploads/a.jpg" alt="Une roue">', 1, `<img> ${HTML}`, '![ce que l’image montre]'],
  ['<img src="/uploads/a.jpg" alt="Une roue" />', 1, `<img> ${HTML}`, '![Une roue](./a.jpg)'],
  [
    '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
    1,
    `<iframe> ${HTML}`,
    '<Video src="https://www.youtube.com/embed/dQw4w9WgXcQ"',
  ],
  ['<iframe src="https://carte.fr/"></iframe>', 1, `<iframe> ${HTML}`, '](https://carte.fr/)'],
  ['<figure>\n\nx\n\n</figure>', 1, `<figure> ${HTML}`, '<Figure legende='],
  ['<figcaption>x</figcaption>', 1, `<figcaption> ${HTML}`, '<Figure legende='],
  ['<ul>\n<li>a</li>\n</ul>', 1, `<ul> ${HTML}`, 'après « - »'],
  ['<table>\n<tr><td>a</td></tr>\n</table>', 1, `<table> ${HTML}`, 'avec « | »'],
  ['Un <u>mot</u>.', 1, `<u> ${HTML}`, 'conservez le texte'],
  ['Un <del>mot</del>.', 1, `<del> ${HTML}`, '~~'],
  ['<hr>', 1, `<hr> ${HTML}`, '***'],
  ['<P>a</P>', 1, `<P> ${HTML}`, 'une ligne vide'],
  ['a</br>b', 1, 'n’est pas fermé', 'Écrivez <br />'],
  ['a <font color=red>b</font>', 1, `<font> ${HTML}`, 'conservez le texte'],
  ['<video src="a.mp4"></video>', 1, `<video> ${HTML}`, '<Video'],
  // Template tags of other systems
  ['Un texte\n{: .lead}', 2, 'Des attributs « {: … } »', 'Supprimez-les'],
  ['{% include video.html %}', 1, 'Une balise Liquid', 'Supprimez-la'],
  ['Voir {{ site.url }}.', 1, 'Une variable « {{ … }} »', 'le mot ou l’adresse'],
  ['{{< youtube abc >}}', 1, 'Un raccourci de Hugo', 'vidéo'],
  ['[gallery ids="1,2"]', 1, 'Un raccourci de WordPress', '![…](./fichier)'],
  ['[caption id="a"]x[/caption]', 1, 'Un raccourci de WordPress', 'Supprimez-le'],
  ['::: tip\nUn conseil\n:::', 1, 'Un bloc « ::: »', '<Encadre'],
  ['$$x^2$$', 1, 'Une formule « $$ »', 'en toutes lettres'],
  ['Terme\n: sa définition', 2, 'ne forme pas une définition', '- **Terme**'],
  [
    '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> autre',
    1,
    'Un conflit de Git n’est pas résolu',
    'Ne conservez que l’une',
  ],
  ['<?php echo 1 ?>', 1, 'Une instruction « <! » ou « <? »', 'Supprimez-la'],
  ['I <3 les trains', 1, 'Le caractère « < » est lu comme du code', '\\<'],
  ['Un {sic} ici', 1, 'Des accolades', '\\{'],
  ['<!-- jamais fermé', 1, 'Ce commentaire n’est pas fermé', '-->'],
  // Components
  ['avant\n<Citation>x</Citation>\naprès', 2, '<Citation> est au milieu d’un paragraphe', 'une ligne vide'],
  [
    '<Encadre titre=“À retenir”>\n\nx\n\n</Encadre>',
    1,
    '« titre » n’est pas entre guillemets droits',
    'titre="À retenir"',
  ],
  [
    '<Encadre titre=«À retenir»>\n\nx\n\n</Encadre>',
    1,
    '« titre » n’est pas entre guillemets droits',
    'titre="À retenir"',
  ],
  [
    '<Encadre titre="Le mot "clé" du jour">\n\nx\n\n</Encadre>',
    1,
    '« titre » contient des guillemets droits',
    '« … »',
  ],
  [
    '<Encadre titre=Retenir>\n\nx\n\n</Encadre>',
    1,
    '« titre » n’est pas entre guillemets droits',
    'titre="Retenir"',
  ],
  ['<Encadre titre="a" titre="b">x</Encadre>', 1, '« titre » est écrit deux fois', 'Supprimez-en un'],
  ['<Figure legende="L">un texte</Figure>', 1, '<Figure> ne contient pas d’image', '![ce que'],
  [
    '<Chronologie titre="T">\n\nun texte\n\n</Chronologie>',
    3,
    '<Chronologie> ne contient que des <Etape>',
    'hors de <Chronologie>',
  ],
  ['<ACompleter>\n\nun\n\n</ACompleter>', 3, '<ACompleter> s’emploie dans une phrase', 'sans ligne vide'],
  ['<Video src="https://youtu.be/dQw4w9WgXcQ" titre="T">x</Video>', 1, '<Video> doit rester vide', '/>'],
  [
    '<Video src="https://www.tiktok.com/@a/video/1" titre="T" />',
    1,
    'n’est pas valide pour « src »',
    'youtube',
  ],
  ['<Video src="https://www.youtube.com/watch" titre="T" />', 1, 'n’est pas valide pour « src »', 'youtube'],
  [
    '<Chronologie titre="T">\n\n<Etape date="2023-02-30">x</Etape>\n\n</Chronologie>',
    3,
    'n’est pas valide pour « date »',
    '1966',
  ],
  ['<Citation lang="français">x</Citation>', 1, 'n’est pas valide pour « lang »', 'en, de'],
  ['<Citation dir="gauche">x</Citation>', 1, 'n’est pas une valeur de « dir »', 'ltr et rtl'],
  // Addresses
  ['[ici](https://)', 1, '« https:// » n’est pas une adresse', 'https://www.insee.fr/'],
  ['[ici](http://exemple.fr:99999/)', 1, 'n’est pas une adresse', 'https://www.insee.fr/'],
  ['[ici](http://[::1/)', 1, 'n’est pas une adresse', 'https://www.insee.fr/'],
  ['[ici](https://exa%20mple.fr/)', 1, 'n’est pas une adresse', 'https://www.insee.fr/'],
  ['[ici](https://exemple/)', 1, 'n’est pas une adresse', 'https://www.insee.fr/'],
  ['[ici](//)', 1, 'n’a pas de « https: »', 'https://'],
  ['[ici](//exemple.fr/)', 1, 'n’a pas de « https: »', 'https://'],
  ['[ici](www.insee.fr)', 1, '« www.insee.fr » n’a pas de « https:// »', 'Écrivez « https://www.insee.fr »'],
  ['[ici](insee.fr/fr/statistiques)', 1, 'n’a pas de « https:// »', 'https://insee.fr/fr/statistiques'],
  ['[ici](nom@exemple.fr)', 1, 'est une adresse e-mail', 'mailto:nom@exemple.fr'],
  ['[ici](mailto:nom)', 1, 'n’est pas une adresse', 'mailto:nom@exemple.fr'],
  ['[ici](tel:bientôt)', 1, 'n’est pas une adresse', 'tel:+33123456789'],
  ['[ici](javascript:alert(1))', 1, 'ne mène nulle part', 'https://'],
  ['[ici](htps://exemple.fr/)', 1, 'ne mène nulle part', 'https://'],
  ['[ici](C:\\\\Bureau\\\\a.pdf)', 1, 'ne mène nulle part', 'https://'],
  ['[ici](./rapport.pdf)', 1, 'ne peut pas être joint', 'https://…'],
  // Markdown with an unintended meaning
  ['Une note[^absente].', 1, '« [^absente] » n’a pas de note', '[^absente]: …'],
  ['Un mot.\n\n[^jamais]: Une source.', 3, '« jamais » n’est appelée nulle part', '[^jamais]'],
  ['Un [texte][cible].', 1, 'La cible « cible »', '[son texte](adresse)'],
  ['Un **gras jamais fermé.', 1, 'astérisques « ** »', 'Fermez le gras'],
  ['Un *italique jamais fermé.', 1, 'Un astérisque « * »', 'Fermez l’italique'],
  ['Un _italique jamais fermé.', 1, 'Un trait bas « _ »', 'Fermez l’italique'],
  ['##Un titre collé', 1, 'Il manque une espace après « ## »', '« ## Votre intertitre »'],
  ['| A | B |\n| 1 | 2 |', 1, 'Ce tableau n’a pas de ligne', '| --- | --- |'],
  ['| A | B |\n| --- |\n| 1 | 2 |', 1, 'n’a pas autant de cases', '| --- | --- |'],
  ['| A | B |\n| --- | --- |\n| 1 | 2 | 3 |', 3, 'a 3 cases', 'Supprimez ce qui dépasse'],
  ['| A | B |\n| --- | --- |\n| 1 |', 3, 'a 1 case,', 'Ajoutez les cases manquantes'],
  ['•\tpremier\n•\tsecond', 1, 'Une puce de traitement de texte', 'Écrivez « - »'],
  ['• premier', 1, 'Une puce de traitement de texte', 'Écrivez « - »'],
  [
    '[celui-ci](https://exemple.fr/Eau_(chimie du reste).',
    1,
    'Ce lien est mal écrit',
    '[son texte](<adresse>)',
  ],
  ['[celui-ci](https://exemple.fr/mon fichier)', 1, 'Ce lien est mal écrit', '[son texte](<adresse>)'],
  ['Un paragraphe\n---\nUn autre', 1, 'La ligne « --- » transforme en intertitre', 'une ligne vide'],
  ['1974. Une année noire.', 1, '« 1974. » commence une liste', '1974\\.'],
  ['De 10~20 % et 30~40 %.', 1, '« ~ » barrent', 'de 10 à 20'],
  ['**Un faux intertitre**', 1, 'ressemble à un intertitre', '« ## »'],
  // Invisible characters
  ['Un inter\u200Btitre.', 1, 'Une espace sans largeur se trouve ici (U+200B)', '« intertitre »'],
  ['Un inter\u00ADtitre.', 1, 'Un trait d’union conditionnel se trouve ici (U+00AD)', '« intertitre »'],
  ['Un \uFEFFmot.', 1, 'se trouve ici (U+FEFF)', '« mot »'],
  ['Un \u202Emot.', 1, 'se trouve ici (U+202E)', '« mot »'],
  ['Un\u{E0041} mot.', 1, 'se trouve ici (U+E0041)', '« Un »'],
  ['Un mot\u200Dlié.', 1, 'se trouve ici (U+200D)', '« motlié »'],
];

describe('what writers get wrong', () => {
  it.each(MISTAKES)('%j is told at its line, with what to write', async (text, line, message, remedy) => {
    const said = await sayings(text);
    const own = said.find((saying) => saying.startsWith(`${line}: `) && saying.includes(message));
    expect(own, said.join('\n')).toBeDefined();
    expect(own?.split(' → ').slice(1).join(' → ')).toContain(remedy);
  });

  it('is told all at once, one fault not hiding the next', async () => {
    const said = await sayings(
      [
        'a <p>b',
        'c<img src="x">d',
        'Un {% if %}',
        'I <3 U',
        '<Encadré titre="x">',
        '[e](www.insee.fr)',
        '# Titre',
      ].join('\n\n'),
    );
    const lines = new Set(said.map((saying) => saying.split(':')[0]));
    expect([...lines]).toEqual(['1', '3', '5', '7', '9', '11', '13']);
  });

  it('is not told twice for one tag', async () => {
    expect(await sayings('un <i>mot\n\nla fin</i> ici')).toHaveLength(1);
    expect(await sayings('<Encadré titre="x">\n\nun\n\n</Encadre>')).toHaveLength(1);
  });
});

describe('what writers get right', () => {
  it.each([
    'Voir <https://www.insee.fr/>, ou <nom@exemple.fr>.',
    'Une ligne<br>une autre.',
    '<!-- à vérifier avec Paul -->\n\nUn mot <!-- sûr ? --> et {/* autre */} un mot.',
    'Un 5 * 3 = 15, un nom_de_fichier et un prix*.',
    '`<p>`, `{x}`, `**`, `[^a]`, `~1~`, `##x` et \\*\\*, \\[^a], \\<p>, \\{x\\}.',
    '```html\n<p>\n{% if %}\n| a | b |\n##x\n<<<<<<< HEAD\n```',
    'Une note[^énergie].\n\n[^énergie]: Sa source.',
    'Un [lien][cible].\n\n[cible]: https://exemple.fr/',
    '[celui-ci](https://exemple.fr/Eau_(chimie)) et [un autre](<https://exemple.fr/a b>).',
    '| A | B |\n| :-- | --: |\n| 1 | `a \\| b` |\n| | 2 |',
    '**Une phrase en gras, qui finit par un point.**',
    '3. Troisième\n4. Quatrième',
    'Un paragraphe.\n\n---\n\nUn autre.',
    '– Bonjour, dit-il.\n\n– Bonjour.',
    'Drapeaux 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} 👨‍👩‍👧 🏴‍☠️, et <span lang="fa" dir="rtl">می‌خواهم</span>.',
    '[a](https://théâtre.example/) [b](http://192.168.0.1/) [c](tel:+33123456789) [d](mailto:a@b.fr?subject=x) [e](#sources)',
    '#MeToo, cinq ans après.',
    'Il est 12:30 :) et le ratio est de 3:1.',
    '<Citation lang="ar" dir="rtl" auteur="A. B.">مرحبا</Citation>',
  ])('%j is told nothing', async (text) => {
    expect(await sayings(text)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { checkArticle } from '#content/checks/document.ts';

/** A valid article, in which each mistake changes one line. */
const RIGHT = `---
title: Un titre assez long pour un article
description: Un chapô de deux phrases. Il dit ce que le lecteur apprendra, et pourquoi.
publishedAt: 2026-06-21
category: mobilite
tags:
  - vélo
  - ville
authors:
  - la-redaction
cover:
  src: ./couverture.svg
  alt: Une roue de vélo tourne devant un mur blanc.
  caption: La roue, vieille de cinq mille ans.
  credit: Illustration Innovations
sources:
  - title: Le vélo en chiffres
    publisher: Insee
    url: https://www.insee.fr/fr/statistiques/1
---

Un texte.
`;

const known = {
  categories: new Map([['mobilite', { name: 'Mobilité', description: 'D', accent: 'vert', order: 1 }]]),
  tags: new Set(['vélo', 'ville']),
  authors: new Set(['la-redaction']),
} as Parameters<typeof checkArticle>[0]['known'];

/** Returns the problems, as `line:column message → remedy`, of the article in which `put` replaces `find`. */
function told(find: string, put: string): string[] {
  expect(RIGHT).toContain(find);
  const text = RIGHT.replace(find, () => put);
  const file = 'content/articles/essai/index.mdx';
  const { problems } = checkArticle({ file, text, neighbours: new Set(['couverture.svg']), known });
  return problems.map(({ line, column, message, remedy }) => `${line}:${column} ${message} → ${remedy}`);
}

const TITLE = 'title: Un titre assez long pour un article';
const DATE = 'publishedAt: 2026-06-21';
const QUOTES = 'Mettez le texte entre guillemets droits : "…"';
const CUT = 'Un « # » après une espace commence un commentaire : la suite du texte serait perdue';
const CUT_REMEDY = `${QUOTES} ; un commentaire se met seul sur sa ligne`;
const day = (meant: string) =>
  `4:14 Le champ « publishedAt » (Publication) n’est pas valide → Date de publication attendue, au format AAAA-MM-JJ ou AAAA-MM-JJ HH:MM : écrivez « ${meant} »`;

const MISTAKES: readonly (readonly [find: string, put: string, told: string | RegExp])[] = [
  // A « # » that begins a comment.
  [TITLE, 'title: Cinq ans après #MeToo, ce que la loi a changé', `2:23 ${CUT} → ${CUT_REMEDY}`],
  [TITLE, 'title: #MeToo, cinq ans après', `2:8 ${CUT} → ${CUT_REMEDY}`],
  [TITLE, 'title: "Un titre assez long" # à revoir', `2:30 ${CUT} → ${CUT_REMEDY}`],
  ['  - ville', '  - ville #1', `8:11 ${CUT} → ${CUT_REMEDY}`],
  ['  alt: Une roue', '  alt: Une pancarte où on lit #Climat. Une roue', `13:31 ${CUT} → ${CUT_REMEDY}`],
  ['publisher: Insee', 'publisher: Insee #études', `18:22 ${CUT} → ${CUT_REMEDY}`],
  ['authors:', 'authors: # qui signe', `9:10 ${CUT} → ${CUT_REMEDY}`],
  ['cover:', 'cover:   # la une', `11:10 ${CUT} → ${CUT_REMEDY}`],
  // Characters with another meaning at the start of a value.
  ...['&', '*', '!', '@', '%', '`'].map(
    (sign) =>
      [
        TITLE,
        `title: ${sign}Co et compagnie, un titre`,
        `2:8 Un texte ne peut pas commencer par « ${sign} » → ${QUOTES}`,
      ] as const,
  ),
  [TITLE, 'title: & Co, une histoire', `2:8 Un texte ne peut pas commencer par « & » → ${QUOTES}`],
  [TITLE, 'title: [Vidéo] Le vélo en ville', `2:8 Un texte ne peut pas commencer par « [ » → ${QUOTES}`],
  [TITLE, 'title: {sic} Le vélo en ville', `2:8 Un texte ne peut pas commencer par « { » → ${QUOTES}`],
  [TITLE, 'title: > Le vélo en ville', `2:8 Un texte ne peut pas commencer par « > » → ${QUOTES}`],
  [TITLE, 'title: - Le vélo en ville', `2:8 Un texte ne peut pas commencer par « - » → ${QUOTES}`],
  // Quotation marks and colons.
  [
    TITLE,
    'title: "#MeToo" a changé la loi',
    /^2:8 Du texte suit le guillemet qui ferme → Mettez tout le texte/u,
  ],
  [TITLE, "title: 'l'eau' est rare en ville", /^2:8 Du texte suit le guillemet qui ferme → /u],
  [TITLE, 'title: "Un titre sans fin', /^2:8 Un guillemet n’est pas fermé → Fermez-le/u],
  [TITLE, 'title: Le vélo : un titre', `2:8 Un « : » coupe le texte en deux → ${QUOTES}`],
  [TITLE, 'title: “Le vélo” : un titre', `2:8 Un « : » coupe le texte en deux → ${QUOTES}`],
  [
    '  - ville',
    '  - ville : vélo',
    `8:5 Le champ « tags.2 » (Étiquettes) est coupé en deux par un « : » → ${QUOTES}`,
  ],
  [TITLE, 'title: [Vidéo]', `2:8 Le champ « title » (Titre) est lu comme une liste → ${QUOTES}`],
  // Spaces, tabs and lines.
  [
    TITLE,
    'title:Le vélo en ville',
    '2:1 Il manque une espace après « title: » → Écrivez « title: Le vélo en ville »',
  ],
  [TITLE, 'title:\u00A0Le vélo en ville', /^2:7 Une espace insécable est collée au nom du champ → /u],
  ['  alt: Une', '\u00A0\u00A0alt: Une', /^13:1 Une espace insécable est collée au nom du champ → /u],
  ['  alt: Une', '\talt: Une', '13:1 Une tabulation sert de retrait → Remplacez-la par deux espaces'],
  ['  alt: Une', '   alt: Une', /^13:1 Le retrait ne suit pas celui des lignes voisines → /u],
  [
    TITLE,
    'title = Le vélo en ville',
    '2:1 Un « = » sépare « title » de son texte → Écrivez « title: Le vélo en ville »',
  ],
  [
    TITLE,
    'title: Un titre assez long\npour deux lignes',
    /^3:1 Cette ligne n’a pas de champ : .* → Écrivez le texte sur une seule ligne/u,
  ],
  [
    '  - vélo\n  - ville',
    '  -vélo\n  -ville',
    /^7:3 Le champ « tags » \(Étiquettes\) n’est pas une liste → .*: - vélo$/u,
  ],
  // Types.
  [
    TITLE,
    'title: 1984',
    '2:8 Le champ « title » (Titre) est lu comme un nombre → Mettez-le entre guillemets droits : "1984"',
  ],
  [
    '  - ville',
    '  - 2024',
    '8:5 Le champ « tags.2 » (Étiquettes) est lu comme un nombre → Mettez-le entre guillemets droits : "2024"',
  ],
  [
    TITLE,
    'title: true',
    '2:8 Le champ « title » (Titre) est lu comme « oui » ou « non » → Mettez-le entre guillemets droits : "true"',
  ],
  [
    'authors:\n  - la-redaction',
    'authors: la-redaction',
    /^9:10 Le champ « authors » \(Signatures\) n’est pas une liste → .*: - la-redaction$/u,
  ],
  [
    'url: https://www.insee.fr/fr/',
    'url: www.insee.fr/fr/',
    /^19:10 Le champ « sources\.1\.url » \(Adresse\) n’est pas valide → .* : écrivez « https:\/\/www\.insee\.fr\/fr\/statistiques\/1 »$/u,
  ],
  ['url: https:', 'url: http:', /« https:\/\/www\.insee\.fr\/fr\/statistiques\/1 »$/u],
  // Dates.
  [DATE, 'publishedAt: 21/06/2026', day('2026-06-21')],
  [DATE, 'publishedAt: 20 novembre 2026', day('2026-11-20')],
  [DATE, 'publishedAt: 1er juin 2026', day('2026-06-01')],
  [DATE, 'publishedAt: 2026-11-20 14h30', day('2026-11-20 14:30')],
  [DATE, 'publishedAt: 2026-6-1', day('2026-06-01')],
  [DATE, 'publishedAt: 2016-11-17T18:04:28-05:00', day('2016-11-18 00:04')],
  [DATE, 'publishedAt: 2026-02-30', /ceux-ci ne sont pas au calendrier$/u],
];

/** Names of fields in other tools. */
const NAMES = [
  ['date', 'publishedAt'],
  ['image', 'cover'],
  ['excerpt', 'description'],
  ['chapo', 'description'],
  ['titre', 'title'],
  ['rubrique', 'category'],
  ['author', 'authors'],
  ['keywords', 'tags'],
  ['lastmod', 'updatedAt'],
  ['brouillon', 'draft'],
  ['redirect_from', 'aliases'],
] as const;

describe('a mistake in the fields of an article', () => {
  it('is none in the article that each one spoils', () => {
    expect(told(TITLE, TITLE)).toEqual([]);
  });

  it.each(MISTAKES)('%j written %j is told once, at its place', (find, put, expected) => {
    const found = told(find, put);
    expect(found).toHaveLength(1);
    if (typeof expected === 'string') expect(found[0]).toBe(expected);
    else expect(found[0]).toMatch(expected);
  });

  it.each(NAMES)('may be a name of another tool: %s', (written, meant) => {
    expect(told(DATE, `${DATE}\n${written}: x`)[0]).toMatch(
      new RegExp(`^5:1 Le champ « ${written} » n’existe pas : vouliez-vous dire « ${meant} » \\? → `, 'u'),
    );
  });

  it('hides none of the others', () => {
    const spoilt = [
      'title: Le vélo : un titre',
      'description: Court',
      'publishedAt: 21/06/2026',
      'category: mobillite',
      'tags:\n\t- vélo',
      'date: 2026-06-21',
    ];
    const fields = RIGHT.slice('---\n'.length, RIGHT.indexOf('  - vélo'));
    expect(told(`${fields}  - vélo`, spoilt.join('\n')).map((line) => line.split(' ')[0])).toEqual([
      ...['2:8', '7:1'],
      ...['3:14', '4:14', '8:1'],
      '5:11',
    ]);
  });

  it('is a conflict that Git left, told as one', () => {
    const conflict = `<<<<<<< HEAD\n${TITLE}\n=======\ntitle: Un autre titre\n>>>>>>> branche`;
    expect(told(TITLE, conflict)).toEqual([
      expect.stringMatching(
        /^2:1 Un conflit de Git n’est pas résolu : .* → Ne conservez que l’une des deux versions/u,
      ),
    ]);
  });
});

describe('a comment in the fields of an article', () => {
  it.each(['# Seul sur sa ligne\n', '\n', '    # en retrait\n'])(
    'may stand alone on its line: %j',
    (comment) => {
      expect(told(TITLE, comment + TITLE)).toEqual([]);
    },
  );

  it.each(['title: C# et F#, deux langages', 'title: "Le #1 mondial du vélo"', "title: 'Le #1 mondial'"])(
    'is none within a text: %j',
    (title) => {
      expect(told(TITLE, title)).toEqual([]);
    },
  );
});

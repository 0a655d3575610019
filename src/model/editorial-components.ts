import { formatPartialDate } from '#lib/dates.ts';
import { videoPlayer } from '#lib/video.ts';

/**
 * The components and inline HTML that editors may use in articles. The checks, the pages and the CMS share this list.
 */

export interface AttributeRule {
  description: string;
  required: boolean;
  /** The accepted values, when there is a fixed list. */
  values?: readonly string[];
  /** The required form, with an example for messages. `accepts` checks what a regular expression cannot. */
  form?: { pattern: RegExp; example: string; accepts?: (value: string) => boolean };
}

export interface ComponentRule {
  description: string;
  attributes: Readonly<Record<string, AttributeRule>>;
  /** Whether the component must have content between its tags. */
  content: 'required' | 'none';
  /** Whether it stands between paragraphs or inside a sentence. */
  place: 'block' | 'sentence';
  /** The initial content in the CMS, when it is not a plain text. */
  example?: string;
  /** The only component that may contain this one. */
  within?: string;
  /** The only component that this one may contain. */
  holds?: string;
  /** Whether it contains only pictures, each with its caption on the lines below. */
  holdsPictures?: true;
  /** The maximum number of pictures of a component with `holdsPictures`; any number by default. */
  mostPictures?: number;
}

const required = (description: string, more: Partial<AttributeRule> = {}): AttributeRule => ({
  description,
  required: true,
  ...more,
});
const optional = (description: string, more: Partial<AttributeRule> = {}): AttributeRule => ({
  description,
  required: false,
  ...more,
});

/** A language code (BCP 47, RFC 5646). */
const LANGUAGE: Partial<AttributeRule> = {
  form: { pattern: /^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/u, example: 'en, de ou pt-BR' },
};

export const editorialComponents = {
  Figure: {
    description: 'Une image avec sa légende',
    attributes: { legende: required('Ce que l’image veut dire'), credit: optional('L’auteur de l’image') },
    content: 'required',
    place: 'block',
    example: '![Ce que l’image montre](./schema.svg)',
  },
  Galerie: {
    description: 'Plusieurs images, chacune avec sa légende',
    attributes: {
      legende: required('Ce que les images montrent ensemble'),
      credit: optional('L’auteur de toutes les images'),
    },
    content: 'required',
    place: 'block',
    holdsPictures: true,
    example: [
      '![Ce que montre la première image](./photo-1.jpg)\nSa légende.',
      '![Ce que montre la deuxième image](./photo-2.jpg)\nSa légende.',
    ].join('\n\n'),
  },
  AvantApres: {
    description: 'Deux images de la même forme, que l’on compare',
    attributes: {
      legende: required('Ce qui a changé'),
      credit: optional('L’auteur des deux images'),
    },
    content: 'required',
    place: 'block',
    holdsPictures: true,
    mostPictures: 2,
    example: [
      '![Ce que montre la première image](./avant.jpg)\nAvant',
      '![Ce que montre la seconde image](./apres.jpg)\nAprès',
    ].join('\n\n'),
  },
  Encadre: {
    description: 'Un encadré, à l’écart du texte',
    attributes: { titre: required('Le titre de l’encadré') },
    content: 'required',
    place: 'block',
  },
  ChiffreCle: {
    description: 'Un chiffre mis en avant',
    attributes: {
      valeur: required('Le chiffre et son unité, par exemple « 15,4 Mt »'),
      source: optional('La source du chiffre'),
    },
    content: 'required',
    place: 'block',
  },
  Citation: {
    description: 'Une phrase en exergue, ou la parole de quelqu’un',
    attributes: {
      auteur: optional('Qui parle'),
      source: optional('La source de la citation'),
      lang: optional('Sa langue, si ce n’est pas le français', LANGUAGE),
      dir: optional('Son sens d’écriture', { values: ['ltr', 'rtl'] }),
    },
    content: 'required',
    place: 'block',
  },
  Chronologie: {
    description: 'Une suite d’étapes datées',
    attributes: { titre: required('Le titre de la chronologie') },
    content: 'required',
    place: 'block',
    holds: 'Etape',
    example: '<Etape date="1966">Ce qui s’est passé.</Etape>',
  },
  Etape: {
    description: 'Une étape d’une chronologie',
    attributes: {
      date: required('L’année, le mois ou le jour', {
        form: {
          pattern: /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u,
          example: '1966, 2022-11 ou 2022-11-30',
          accepts: (value) => formatPartialDate(value) !== null,
        },
      }),
    },
    content: 'required',
    place: 'block',
    within: 'Chronologie',
  },
  Graphique: {
    description: 'Un graphique, dessiné d’après le tableau qu’il contient',
    attributes: {
      type: required('Le genre de graphique', { values: ['barres', 'courbe'] }),
      titre: required('Le titre du graphique'),
      unite: required('L’unité des nombres'),
      description: required('Ce que montre le graphique, en une phrase'),
      source: optional('La source des nombres'),
    },
    content: 'required',
    place: 'block',
    example: '| Année | Valeur |\n| --- | --- |\n| 2023 | 11,9 |\n| 2024 | 15,4 |',
  },
  Video: {
    description: 'Une vidéo, chargée seulement si le lecteur la demande',
    attributes: {
      src: required('L’adresse de la vidéo', {
        form: {
          pattern: /^https:\/\/[^\s/]+\.[^\s/]+/u,
          example: 'https://www.youtube.com/watch?v=identifiant, ou la page d’une vidéo de vimeo.com',
          accepts: (value) => videoPlayer(value) !== null,
        },
      }),
      titre: required('Le titre de la vidéo'),
      duree: optional('Sa durée'),
    },
    content: 'none',
    place: 'block',
  },
  ACompleter: {
    description: 'Ce qui reste à écrire avant de publier ; « npm run check » en donne la liste',
    attributes: {},
    content: 'required',
    place: 'sentence',
  },
} as const satisfies Readonly<Record<string, ComponentRule>>;

export type ComponentName = keyof typeof editorialComponents;

/** The names of the components that contain only pictures. */
export const pictureComponents: readonly string[] = Object.entries<ComponentRule>(
  editorialComponents,
).flatMap(([name, { holdsPictures }]) => (holdsPictures ? name : []));

/** The inline HTML elements that editors may use. */
export const inlineElements: readonly string[] = [
  'abbr',
  'br',
  'cite',
  'em',
  'i',
  'kbd',
  'q',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
];

/** The attributes of inline HTML elements. */
export const inlineAttributes: Readonly<Record<string, AttributeRule>> = {
  lang: optional('La langue de ces mots', LANGUAGE),
  title: optional('La signification de l’abréviation'),
  dir: optional('Leur sens d’écriture', { values: ['ltr', 'rtl'] }),
};

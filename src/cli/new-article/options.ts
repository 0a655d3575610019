import type { CommandLine } from '#cli/lib/options.ts';

/** The options of `npm run new`. */
export const OPTIONS = {
  titre: { type: 'string', about: 'le titre de l’article' },
  adresse: { type: 'string', about: 'l’adresse de la page, si ce n’est pas celle du titre' },
  rubrique: { type: 'string', about: 'la rubrique : son nom, ou celui de son fichier' },
  etiquette: {
    type: 'string',
    multiple: true,
    about: 'une étiquette de la liste (autant de fois qu’il faut)',
  },
  'nouvelle-etiquette': { type: 'string', multiple: true, about: 'une étiquette à ajouter à la liste' },
  auteur: { type: 'string', about: 'la signature : son nom, ou celui de son fichier' },
  chapo: { type: 'string', about: 'le chapô, de 50 à 320 caractères (sans lui : brouillon)' },
  couverture: { type: 'string', about: 'le fichier de l’image de couverture (sans elle : brouillon)' },
  alt: { type: 'string', about: 'ce que l’image montre, pour les personnes qui ne la voient pas' },
  legende: { type: 'string', about: 'ce que l’image veut dire' },
  credit: { type: 'string', about: 'l’auteur de l’image' },
  cadrage: {
    type: 'string',
    about:
      'le point que les recadrages de l’image conservent, par exemple « 30 % 70 % » (sans lui : le centre)',
  },
  brouillon: { type: 'boolean', about: 'laisser l’article en brouillon' },
  'sans-ouvrir': { type: 'boolean', about: 'ne pas ouvrir la page' },
  oui: { type: 'boolean', about: 'ne poser aucune question : ce qui manque est une erreur' },
} as const;

export type OptionName = keyof typeof OPTIONS;
export type Options = CommandLine<typeof OPTIONS>['options'];

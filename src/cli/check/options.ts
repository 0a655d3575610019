/** The options of `npm run check`. */
export const OPTIONS = {
  corriger: {
    type: 'boolean',
    default: false,
    english: 'fix',
    about:
      'enregistrer les corrections sûres (espaces, guillemets, accents des majuscules), et retirer les métadonnées des photographies',
  },
  depuis: {
    type: 'string',
    english: 'since',
    about: 'ne vérifier que ce qui a changé depuis une version de Git (HEAD : la dernière enregistrée)',
  },
  erreurs: {
    type: 'boolean',
    default: false,
    about: 'n’appliquer que les règles qui bloquent la publication',
  },
  externes: {
    type: 'boolean',
    default: false,
    english: 'external',
    about: 'vérifier aussi les liens vers d’autres sites',
  },
  json: { type: 'boolean', default: false, about: 'écrire le résultat en JSON, pour un programme' },
  notes: { type: 'boolean', default: false, about: 'afficher les notes une par une' },
  regle: {
    type: 'string',
    multiple: true,
    default: [] as string[],
    about: 'n’appliquer que cette règle (à répéter pour en appliquer plusieurs)',
  },
  regles: { type: 'boolean', default: false, about: 'générer content/REGLES.md, la liste des règles' },
  strict: { type: 'boolean', default: false, about: 'échouer aussi en cas d’avertissement' },
} as const;

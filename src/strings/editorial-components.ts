/** Texts of the catalogue of components, for developers. */
export const catalogueStrings = {
  title: 'Catalogue des composants',
  description: 'Chaque composant du site dans ses différents états, avec des textes d’exemple.',
  editorial: 'Le vocabulaire de la rédaction',
  folders: {
    ui: 'Éléments de base',
    article: 'Articles',
    editorial: 'Composants de la rédaction',
    site: 'Site',
  },
};

/** Texts of the page of the editorial components, for editors. */
export const editorialComponentStrings = {
  title: 'Le vocabulaire',
  description:
    'Chaque composant du magazine, son rendu et la façon de l’écrire. Cette page est réservée à la rédaction.',
  crumb: 'Le vocabulaire de la rédaction',
  text: 'Le texte',
  textDescription: 'Intertitres, listes, liens et mots mis en valeur, en Markdown',
  attributes: 'Ses attributs',
  optional: 'facultatif',
  result: 'Dans la page',
  source: 'Dans l’article',
  copy: 'Copier',
  copied: 'Copié',
  notCopied: 'La copie a échoué',
};

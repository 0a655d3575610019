/** What editors see of the page of the vocabulary. */
export const vocabularyStrings = {
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

/** Texts of the search. The page's script fills `{…}`. */
export const searchStrings = {
  title: 'Chercher',
  description: 'Tous les articles du magazine, par mots, rubrique, étiquette et année.',
  inMasthead: 'Chercher dans le magazine',
  inSidebar: 'Chercher un autre article',
  onPage: 'Recherche détaillée',
  field: 'Un sujet, un nom…',
  query: 'Mots recherchés',
  submit: 'Chercher',
  section: 'Rubrique',
  tag: 'Étiquette',
  year: 'Année',
  order: 'Trier par',
  allSections: 'Toutes',
  allTags: 'Toutes',
  allYears: 'Toutes',
  orders: { pertinence: 'Pertinence', recents: 'Plus récents', anciens: 'Plus anciens' },
  results: 'Résultats',
  more: 'Afficher plus de résultats',
  retry: 'Réessayer',
  nearest: 'Vous cherchiez peut-être :',
  archives: 'Tous les articles, par année et par mois',
  withoutScript:
    'La recherche nécessite JavaScript, désactivé dans votre navigateur. Tous les articles restent accessibles depuis les archives, les rubriques et les étiquettes.',
  shortcut: 'Depuis n’importe quelle page, la touche « / » ouvre la recherche, comme Ctrl + K',

  /** For the page's script. */
  status: {
    loading: 'Recherche en cours…',
    one: '1 article',
    many: '{count} articles',
    about: '{count} pour « {query} »',
    none: 'Aucun résultat.',
    noneAbout: 'Aucun résultat pour « {query} ».',
    loose: 'Aucun article ne contient exactement « {query} ». Avec ces mots, séparément : {count}.',
    narrowed: 'Sans ces filtres, il y en aurait {count}.',
    title: '« {query} » · {title}',
  },
  failed: 'La recherche ne répond pas. Vérifiez votre connexion, ou parcourez le magazine ci-dessous.',
  unbuilt:
    'L’index de recherche est créé à la construction du site : lancez « npm run build », puis « npm start ».',
};

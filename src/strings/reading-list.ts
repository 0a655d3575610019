/** Texts of the reading list: saved articles, and articles that were read. The service worker fills in `{date}`. */
export const readingListStrings = {
  title: 'Lire hors connexion',
  link: 'Ma liste hors connexion',
  description:
    'Les articles enregistrés sur cet appareil : ceux que vous avez mis de côté, puis ceux que vous avez lus.',
  offline: 'Vous semblez hors connexion, et cette page n’est pas enregistrée sur votre appareil.',
  retry: 'Réessayer',
  withoutScript: 'Cette liste nécessite JavaScript et un navigateur récent.',
  saved: 'À lire plus tard',
  noneSaved:
    'Aucun article pour le moment. Le bouton « Lire plus tard », en tête de chaque article, l’enregistre ici.',
  read: 'Articles lus',
  noneRead: 'Aucun article lu n’est enregistré.',
  sentOn: 'Copie du {date}',
  remove: 'Retirer',
  removeOf: 'Retirer de la liste : {title}',
  removed: 'Retiré de la liste.',
  erase: 'Tout effacer de cet appareil',
  erased: 'Tout a été effacé de cet appareil.',
  privacy: 'Cette liste ne quitte pas votre appareil.',
  copyOf: (date: string) => `Copie du ${date}, enregistrée sur cet appareil : vous semblez hors connexion.`,

  save: 'Lire plus tard',
  unsave: 'Retirer de ma liste',
  outcomes: {
    saved: 'Enregistré sur cet appareil, lisible hors connexion.',
    removed: 'Retiré de la liste.',
    full: 'Plus de place sur cet appareil : retirez un article de votre liste.',
    unreachable: 'Connexion impossible : l’article n’a pas été enregistré.',
  },
} as const;

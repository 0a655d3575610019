/** What readers see of what their device keeps. `{date}` is put in by the worker. */
export const keptStrings = {
  title: 'Lire sans réseau',
  link: 'Ma liste, sans réseau',
  description:
    'Les articles gardés sur cet appareil : ceux que vous avez mis de côté, puis ceux que vous avez lus.',
  offline: 'Le réseau ou le magazine ne répond pas, et la page demandée n’est pas gardée sur cet appareil.',
  retry: 'Réessayer',
  withoutScript: 'Cette liste a besoin de JavaScript, et d’un navigateur qui garde des pages.',
  saved: 'À lire plus tard',
  noneSaved: 'Rien pour le moment. Le bouton « Lire plus tard », en tête d’un article, le garde ici.',
  read: 'Articles lus',
  noneRead: 'Aucun article lu n’est gardé.',
  sentOn: 'Copie du {date}',
  remove: 'Retirer',
  removeOf: 'Retirer de la liste : {title}',
  removed: 'Retiré de la liste.',
  erase: 'Tout effacer de cet appareil',
  erased: 'Tout est effacé de cet appareil.',
  privacy: 'Rien de cette liste ne quitte votre appareil.',
  copyOf: (date: string) =>
    `Copie du ${date}, gardée sur cet appareil : le réseau ou le magazine ne répond pas.`,

  save: 'Lire plus tard',
  unsave: 'Retirer de ma liste',
  said: {
    saved: 'Gardé sur cet appareil, même sans réseau.',
    removed: 'Retiré de la liste.',
    full: 'Plus de place sur cet appareil : retirez un article de votre liste.',
    unreachable: 'Le réseau ne répond pas : l’article n’est pas gardé.',
  },
} as const;

import { enumerate } from '#lib/french.ts';

const quoted = (names: readonly string[]) => enumerate(names.map((name) => `« ${name} »`));

/** Texts of `npm run new`, for editors. */
export const newArticleStrings = {
  intro: 'Un nouvel article',
  cancelled: 'Annulé : rien n’a été enregistré.',
  refused: 'Rien n’a été enregistré :',
  faultyLists:
    'Les rubriques, les étiquettes, les signatures ou site.yaml contiennent une erreur : « npm run check » indique laquelle.',
  noTerminal: 'Ce terminal n’est pas interactif : indiquez tout par des options.',

  ask: {
    title: 'Le titre de l’article',
    taken: (slug: string) => `Un article s’appelle déjà « ${slug} ». Quelle adresse donner à celui-ci ?`,
    category: 'La rubrique (flèches, puis Entrée)',
    tags: 'Une étiquette : tapez un mot à chercher',
    moreTags: (chosen: readonly string[]) =>
      `Choisies : ${enumerate(chosen)}. Une autre ? (Entrée pour terminer)`,
    tagList: (written: string) => `Les étiquettes proches de « ${written} » (flèches, puis Entrée)`,
    newTag: (name: string) => `Créer l’étiquette « ${name} »`,
    otherSearch: 'Aucune : chercher autre chose',
    author: 'La signature (flèches, puis Entrée)',
    description:
      'Le chapô, de 50 à 320 caractères (Entrée pour l’écrire plus tard : l’article reste un brouillon)',
    cover: 'L’image de couverture : le chemin de son fichier (Entrée pour l’ajouter plus tard)',
    alt: 'Ce que l’image montre, pour les personnes qui ne la voient pas',
    caption: 'La légende : ce que l’image veut dire',
    credit: 'Le crédit : l’auteur de l’image',
    focus:
      'Le point que les recadrages conservent : depuis la gauche, puis depuis le haut, par exemple « 30 % 70 % » (Entrée pour le centre)',
    draft: 'Laisser l’article en brouillon pour le moment ?',
    yes: 'Oui',
    no: 'Non',
  },

  missing: (flag: string, what: string) => `${what} manque : ajoutez --${flag}.`,
  wrong: (flag: string, message: string) => `--${flag} : ${message}`,
  unknown: (written: string, meant: string | null, known: readonly string[]) =>
    meant
      ? `« ${written} » n’existe pas, vouliez-vous dire « ${meant} » ?`
      : `« ${written} » n’existe pas, il y a ${enumerate(known)}`,
  unknownTag: (written: string, near: readonly string[]) =>
    `L’étiquette « ${written} » n’existe pas${near.length > 0 ? `, mais elle ressemble à ${quoted(near)}` : ''}. Pour la créer : --nouvelle-etiquette.`,
  nearTags: (written: string, near: readonly string[]) =>
    `« ${written} » ressemble à ${quoted(near)}. La créer quand même ?`,
  nearTagsNotice: (written: string, near: readonly string[]) =>
    `Attention : la nouvelle étiquette « ${written} » ressemble à ${quoted(near)}.`,
  knownTag: (written: string, name: string) =>
    `« ${written} » est déjà dans la liste : l’article cite « ${name} ».`,
  noSlug: 'Impossible de tirer une adresse de ce titre : il lui faut des lettres ou des chiffres.',
  noTagSlug: 'Une étiquette doit contenir des lettres ou des chiffres',
  noAddress: 'Une adresse ne contient que des minuscules sans accents, des chiffres et des tirets',
  taken: (slug: string, free: string) =>
    `content/articles/${slug}/ existe déjà et n’a pas été modifié. Changez le titre, ou ajoutez --adresse ${free}.`,

  notWritten: (reason: string) => `Impossible d’enregistrer : ${reason}`,

  cover: {
    missing: (path: string) => `Aucun fichier « ${path} » : vérifiez son nom et son dossier`,
    unreadable: (path: string, content: string | null) =>
      `« ${path} » n’est pas une image jpg, png, webp, avif ou svg${content === null ? '' : ` : son contenu est du ${content}. Enregistrez-la en JPEG`}`,
    small: (width: number, height: number, least: number) =>
      `L’image est trop petite (${width} × ${height} pixels) : il faut ${least} pixels de large au minimum`,
    narrow: (width: number, height: number) =>
      `L’image est trop haute (${width} × ${height} pixels) : recadrez-la en largeur, au mieux en 16:9`,
    wide: (width: number, height: number) =>
      `L’image est trop allongée (${width} × ${height} pixels) : recadrez-la, au mieux en 16:9`,
  },

  placeholder: {
    comment: 'Image provisoire, créée par « npm run new » : à remplacer.',
    mark: 'Image provisoire, à remplacer',
    alt: 'Image provisoire : le titre de l’article dans un cadre en pointillés, à remplacer.',
    caption: 'Image provisoire, à remplacer avant publication.',
    credit: (magazine: string) => `Illustration ${magazine}`,
    description:
      'Chapô à écrire, en deux ou trois phrases : ce que l’article apprend à son lecteur, et pourquoi maintenant.',
  },
  optionalFields: 'Champs facultatifs, à écrire comme les autres :',
  body: 'Le texte commence ici. <ACompleter>le texte de l’article</ACompleter>',

  done: {
    written: (file: string) => `Fichier créé : ${file}`,
    cleaned: (what: string) => `Couverture : ${what}. Votre fichier d’origine n’a pas changé.`,
    newTags: (names: readonly string[]) => `Ajout dans content/tags.yaml : ${enumerate(names)}`,
    placeholder: (folder: string) =>
      `La couverture est provisoire : mettez la vôtre dans ${folder} et corrigez « cover ».`,
    draft: 'C’est un brouillon : il ne sera pas publié tant que la ligne `draft: true` est présente.',
    published: 'Ce n’est pas un brouillon : il sera publié à la prochaine mise en ligne.',
    write: 'Ouvrez ce fichier, et remplacez le passage à compléter par votre texte.',
    check: 'Puis : npm run check',
    see: (address: string) => `La page : ${address}`,
    start: (address: string) => `Pour voir la page : npm run dev, puis ouvrez ${address}`,
  },
};

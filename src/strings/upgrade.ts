import { counted, enumerate } from '#lib/french.ts';

/** Messages of `npm run upgrade`. */
export const upgradeStrings = {
  noSource: 'Indiquez la version à prendre : --from <dossier ou étiquette>.',
  noGit: 'Ce dossier n’est pas un dépôt Git : la mise à jour s’appuie sur lui pour ne rien perdre.',
  unsaved:
    'Des fichiers ont changé sans être enregistrés dans Git. Enregistrez-les (« Commit »), puis recommencez : la mise à jour ne se mélange pas à votre travail.',
  unknown: (from: string) =>
    `« ${from} » n’est ni un dossier, ni une étiquette ou un commit de ce dépôt. Si c’est une étiquette du moteur : git fetch <adresse du moteur> --tags`,
  noBase:
    'Impossible de savoir quelle version du moteur est installée : ce dépôt n’a pas d’histoire en commun avec elle. Indiquez-la : --installed <étiquette ou commit>.',
  noNpm: 'Cette version ne s’installe pas ; votre magazine n’a pas changé.',
  upToDate: 'Le magazine a déjà cette version.',
  news: (version: string) => `Ce que la rédaction doit savoir (${version}) :`,
  lost: (version: string) => `Ce qu’il n’y aura plus (${version}) :`,
  noNews: 'Rien de nouveau pour la rédaction.',
  kept: (files: readonly string[]) => `Conservés, car vous les avez modifiés : ${enumerate(files)}.`,
  migrated: (names: readonly string[]) =>
    `${counted(names.length, 'adaptation')} du contenu : ${enumerate(names)}.`,
  conflicts: (files: readonly string[], base: string) =>
    `La nouvelle version change des fichiers du moteur que vous avez changés aussi : ${enumerate(files)}. Remettez-les comme ils étaient (git checkout ${base} -- <fichier>), ou demandez à un développeur d’unir les deux ; rien n’a été modifié.`,
  changedSince: (files: readonly string[]) =>
    `Pour revenir en arrière, il faut défaire ce que la mise à jour avait adapté, mais vous l’avez changé depuis : ${enumerate(files)}. Rien n’a été modifié.`,
  notApplied: (reason: string) => `La mise à jour ne s’applique pas ; rien n’a été modifié. ${reason}`,
  notMigrated: (reason: string) => `Le contenu n’a pas pu être adapté ; rien n’a été modifié. ${reason}`,
  refused: 'Avec cette version, le contenu ne passe pas ses vérifications ; rien n’a été modifié.',
  commit: (version: string) => `Passe le moteur à la version ${version}`,
  migrationCommit: 'Adapte le contenu à cette version du moteur',
  done: (files: number) => `C’est fait : ${counted(files, 'fichier')} du moteur, et vos textes tels quels.`,
  next: (before: string) =>
    `À présent : npm ci, puis npm run build. Pour revenir à la version d’avant : npm run upgrade -- --from ${before}`,
};

import { enumerate } from '#lib/french.ts';

/** Texts of `npm run init`, for editors. */
export const initStrings = {
  intro: 'Votre magazine',
  cancelled: 'Annulé : rien n’a été modifié.',
  noTerminal:
    'Ce terminal n’est pas interactif : ajoutez --oui, et les réponses par des options (npm run init -- --aide).',
  unsaved:
    'Des fichiers ont changé sans être enregistrés dans Git. Enregistrez-les (« Commit »), puis recommencez ; ou ajoutez --malgre-tout.',
  notWritten: (reason: string) => `Impossible d’écrire le magazine, rien n’a été modifié : ${reason}`,

  ask: {
    name: 'Son nom',
    tagline: 'Sa devise : ce qu’il est, en une phrase',
    address: 'L’adresse où il sera publié (elle se change plus tard)',
    sections: 'Ses rubriques, séparées par des virgules',
    colour: 'Sa couleur (flèches, puis Entrée)',
    otherColour: 'Une autre, par son code',
    colourCode: 'Le code de la couleur : « # » et six chiffres ou lettres de a à f',
  },
  defaults: {
    name: 'Mon magazine',
    tagline: 'Un magazine en ligne',
    sections: 'Enquêtes, Culture',
  },
  wrong: (flag: string, message: string) => `--${flag} : ${message}`,
  noColour: (known: readonly string[]) =>
    `Couleur attendue : ${enumerate(known)}, ou « # » et six chiffres ou lettres de a à f`,
  noSections: (most: number) => `Une à ${most} rubriques attendues, séparées par des virgules`,
  badSection: (name: string, message: string) => `« ${name} » : ${message}`,
  sameSection: (name: string) => `« ${name} » est deux fois dans la liste, ou n’a ni lettre ni chiffre`,

  description: (name: string, tagline: string) =>
    `${name}. ${tagline}. Les articles de la rédaction, ses rubriques et ses archives.`,
  sectionDescription: (name: string) => `Les articles de la rubrique ${name}.`,
  credit: (name: string) => `Illustration ${name}`,

  done: (name: string) =>
    `${name} est dans content/ : trois articles pour apprendre, deux pages à compléter.`,
  aside: (folder: string) => `Le contenu d’avant est dans ${folder}/ : vous pouvez le supprimer.`,
  next: [
    'À présent :',
    '1. npm start construit le magazine et le montre : http://localhost:4321',
    '2. content/site.yaml contient son nom, ses couleurs et ses réglages',
    '3. npm run new commence votre premier article ; supprimez alors ceux d’exemple',
    '4. npm run check indique ce qui reste à compléter : les mentions légales, le contact',
    '5. docs/publishing.md indique comment le mettre en ligne',
  ].join('\n'),
};

import { ARTICLE, error, LEAD, type Mistake } from './mistake.ts';

/** Mistakes in the other files of the magazine, and mislabelled files. */
export const mistakesOfFiles: readonly Mistake[] = [
  error(
    'two articles with one title',
    LEAD,
    [
      'title: Les géants de la Tech compensent leur empreinte carbone de l’IA générative',
      'title: Accélérateur ou incubateur',
    ],
    'title:',
    'Ce titre est déjà celui de content/articles/accelerateur-ou-incubateur/index.mdx',
  ),
  error(
    'a file saved in Windows-1252',
    'authors/la-redaction.yaml',
    Buffer.from('name: La rédaction\ndescription: Les articles relus.\n', 'latin1'),
    null,
    'Ce fichier n’est pas en UTF-8',
  ),
  error(
    'a front page that leads with no article',
    'front-page.yaml',
    ['lead: geants-tech', 'lead: geant-tech'],
    'lead:',
    'L’article « geant-tech-empreinte-carbone-ia-generative » n’existe pas : vouliez-vous dire « geants-tech-empreinte-carbone-ia-generative » ?',
  ),
  error(
    'a front page with four seconds',
    'front-page.yaml',
    ['seconds:\n', 'seconds:\n  - accelerateur-ou-incubateur\n'],
    '- accelerateur',
    'Le champ « seconds » (Articles suivants) n’est pas valide',
  ),
  error(
    'two tags with one address',
    'tags.yaml',
    ['- name: actions fintech\n', '- name: actions fintech\n- name: Actions Fintech\n'],
    '- name: Actions Fintech',
    '« Actions Fintech » est déjà le nom, la variante ou l’adresse d’une étiquette',
  ),
  error(
    'a variant that another tag has',
    'tags.yaml',
    ['- name: actions fintech\n', '- name: actions fintech\n  aliases:\n    - accélérateurs santé\n'],
    '- name: actions fintech',
    '« accélérateurs santé » est déjà le nom, la variante ou l’adresse d’une étiquette',
  ),
  error(
    'a section under one that is not there',
    'categories/comprendre.yaml',
    ['parent: intelligence-artificielle', 'parent: intelligence-artificiel'],
    'parent:',
    'La rubrique « intelligence-artificiel » n’existe pas : vouliez-vous dire « intelligence-artificielle » ?',
  ),
  error(
    'a colour that the magazine has not',
    'categories/comprendre.yaml',
    ['accent: bleu', 'accent: rose'],
    'accent:',
    'La couleur « rose » n’existe pas : vouliez-vous dire « rouge » ?',
  ),
  error(
    'a number of followers in words',
    'site.yaml',
    ['followers: 5000000', 'followers: 5 millions'],
    'followers: 5 mill',
    'Le champ « follow.networks.1.followers » (Abonnés) n’est pas valide',
  ),
  error(
    'an address of the magazine without https',
    'site.yaml',
    ['address: https://innovations.example', 'address: innovations.example'],
    'address:',
    'Le champ « address » (Adresse) n’est pas valide',
  ),
  error(
    'a comment in a file',
    'comments/accelerateur-ou-incubateur/2026-11-24-1debaf95.yaml',
    Buffer.from('name: Ada\ndate: 2026-11-24 10:00\ntext: Merci.\n'),
    null,
    'Les commentaires acceptés ne sont plus dans ce dossier : celui-ci ne sera pas publié',
  ),
  error(
    'a page without its rank',
    'pages/contact.mdx',
    ['order:', 'ordre:'],
    'ordre:',
    'Le champ « ordre » n’existe pas : vouliez-vous dire « order » ?',
    ['Le champ « order » (Rang) manque'],
  ),
  {
    ...error(
      'an update before the publication',
      ARTICLE,
      ['publishedAt: 2026-01-15', 'publishedAt: 2026-01-15\nupdatedAt: 2025-01-15'],
      'updatedAt:',
      'La mise à jour, le 15 janvier 2025, précède la publication',
    ),
    severity: 'avertissement',
  },
];

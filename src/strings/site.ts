import { counted, plural, quoted } from '#lib/french.ts';
import { formatNumber } from '#lib/numbers.ts';
import { typesetStrings } from '#lib/typeset-strings.ts';
import { commentStrings } from './comments.ts';
import { submissionStrings } from './submissions.ts';
import { mailStrings } from './mail.ts';
import { moderationPageStrings } from './moderation-pages.ts';
import { moderationStrings } from './moderation.ts';
import { initStrings } from './init.ts';
import { newArticleStrings } from './new-article.ts';
import { readingListStrings } from './reading-list.ts';
import { removedDataStrings } from './removed-data.ts';
import { reportStrings } from './report.ts';
import { searchStrings } from './search.ts';
import { upgradeStrings } from './upgrade.ts';
import { catalogueStrings, editorialComponentStrings } from './editorial-components.ts';

/** Maximum number of titles that the description of a list quotes. */
const MAX_NAMED = 2;

/** Quotes the first titles of a list, and ends the sentence. */
function namedFirst(titles: readonly string[]): string {
  return `${titles.slice(0, MAX_NAMED).map(quoted).join(', ')}${titles.length > MAX_NAMED ? '…' : '.'}`;
}

/** Every French text of the interface. Editors' texts are in content/. */
export const strings = typesetStrings({
  skipToContent: 'Aller au contenu',
  home: 'Accueil',
  sections: 'Rubriques',
  breadcrumb: 'Fil d’Ariane',

  article: {
    by: 'Par',
    publishedOn: 'Publié le',
    updatedOn: 'Mis à jour le',
    updatedSince: 'mis à jour le',
    readingTime: (minutes: number) => `${minutes} min de lecture`,
    contents: 'Dans cet article',
    sources: 'Sources',
    corrections: 'Corrections',
    tags: 'Étiquettes de l’article',
    related: 'À lire aussi',
  },

  cms: {
    title: (magazine: string) => `Rédaction · ${magazine}`,
    needsScript:
      'L’éditeur nécessite JavaScript. Sans lui, écrivez les articles dans VS Code : voir content/README.md.',
  },

  share: {
    title: 'Partager :',
    native: 'Partager avec une application',
    copy: 'Copier le lien',
    copied: 'Lien copié',
    notCopied: 'Le lien n’a pas pu être copié',
    print: 'Imprimer',
    on: (network: string) => `Partager sur ${network}`,
    byEmail: 'Partager par e-mail',
  },

  socialCard: {
    site: (name: string, tagline: string) => `${name} : ${tagline}.`,
    category: (name: string) => `La rubrique ${quoted(name)}.`,
    article: (title: string, cover: string) => `Le titre ${quoted(title)} et son illustration : ${cover}`,
  },

  networks: {
    email: 'e-mail',
    facebook: 'Facebook',
    youtube: 'YouTube',
    tiktok: 'TikTok',
    instagram: 'Instagram',
    linkedin: 'LinkedIn',
    bluesky: 'Bluesky',
    mastodon: 'Mastodon',
    x: 'X',
    whatsapp: 'WhatsApp',
  },

  sidebar: 'À côté de l’article',

  follow: {
    action: 'Suivre',
    actionOn: (magazine: string, network: string) => `Suivre ${magazine} sur ${network}`,
    followers: 'abonnés',
    countedOn: (date: string) => `Nombre d’abonnés au ${date}.`,
    example: 'Chiffres d’exemple, à remplacer.',
  },

  feeds: {
    ofCategory: (magazine: string, category: string) => `${magazine} : ${category}`,
    follow: 'S’abonner',
    followMagazine: (magazine: string) => `S’abonner au flux RSS : ${magazine}`,
    rss: 'Flux RSS',
    everything: 'sans réseau social',
    category: (category: string) => `Suivre ${quoted(category)} par flux RSS`,
  },

  tags: {
    title: 'Étiquettes',
    skip: 'Passer les étiquettes',
    all: 'Toutes les étiquettes',
    allDescription: 'Toutes les étiquettes du magazine, de A à Z, avec le nombre d’articles de chacune.',
    count: (count: number) => counted(count, 'article'),
    unit: (count: number) => plural(count, 'article', 'articles'),
    atLeast: (count: number) => `${formatNumber(count)}+`,
    pageDescription: (tag: string, count: number) =>
      `${counted(count, 'article')} du magazine sous l’étiquette ${quoted(tag)}.`,
    inFull: (tag: string) => quoted(tag),
    kicker: 'Étiquette',
  },

  list: {
    articles: 'Articles',
    count: (count: number) => counted(count, 'article'),
    empty: 'Aucun article pour le moment.',
    emptyNext: 'Revenir à l’accueil',
    latest: 'Les plus récents',
    others: 'Plus d’articles',
    allOf: (section: string) => `Tous les articles : ${section}`,
    subsections: 'Sous-rubriques',
  },

  pagination: {
    title: 'Pages de la liste',
    page: (number: number, last: number) => `Page ${number} sur ${last}`,
    titled: (title: string, number: number) => `${title}, page ${number}`,
    previous: 'Page précédente',
    next: 'Page suivante',
  },

  archives: {
    title: 'Archives',
    all: 'Toutes les archives',
    description: 'Tous les articles du magazine, par année et par mois.',
    period: (period: string) => `Archives : ${period}`,
    periodDescription: (period: string, count: number, titles: readonly string[]) =>
      `${counted(count, 'article')} du magazine, ${period} : ${namedFirst(titles)}`,
    months: 'Mois',
  },

  neighbours: {
    title: (section: string) => `Dans la rubrique ${section}`,
    previous: 'Article précédent',
    next: 'Article suivant',
  },

  author: {
    kicker: 'Signature',
    description: (name: string) => `Articles publiés sous la signature ${quoted(name)}.`,
  },

  chart: {
    data: 'Voir les données',
    source: (source: string) => `Source : ${source}`,
    unit: (unit: string) => `Unité : ${unit}`,
  },

  video: {
    watch: (title: string) => `Regarder la vidéo : ${title}`,
    notice: (host: string) => `Lancer la vidéo charge une page de ${host}, qui peut vous pister.`,
    play: 'Lire la vidéo',
  },

  figure: {
    credit: (credit: string) => `${credit}.`,
    compare: 'Glissez pour comparer les deux images',
  },

  theme: {
    title: 'Apparence',
    system: 'Système',
    light: 'Claire',
    dark: 'Sombre',
  },

  pages: {
    updatedOn: 'Mise à jour le',
  },

  corrections: {
    title: 'Toutes les corrections',
    none: 'Aucun article n’a été corrigé à ce jour.',
    article: 'Dans l’article',
  },

  siteMap: {
    sections: 'Rubriques',
    magazine: 'Le magazine',
    entries: 'Étiquettes et signatures',
  },

  placeholder: { label: 'À compléter :' },

  footer: {
    magazine: 'Le magazine',
    licensed: 'Textes et images sous licence',
    reserved: 'Tous droits réservés.',
  },

  rights: {
    licensed: (magazine: string, licence: { name: string; url: string }) =>
      `${magazine}, licence ${licence.name} : ${licence.url}`,
    reserved: (magazine: string) => `${magazine}. Tous droits réservés.`,
  },

  redirect: {
    title: 'Page déplacée',
    text: 'Cette page est à une autre adresse :',
    link: 'ouvrir la page',
  },

  catalogue: catalogueStrings,
  comments: commentStrings,
  submissions: submissionStrings,
  moderation: moderationStrings,
  moderationPages: moderationPageStrings,
  mail: mailStrings,
  init: initStrings,
  newArticle: newArticleStrings,
  upgrade: upgradeStrings,
  readingList: readingListStrings,
  removedData: removedDataStrings,
  report: reportStrings,
  search: searchStrings,
  editorialComponents: editorialComponentStrings,

  preview: {
    band: 'Aperçu : cette page montre aussi les brouillons et les articles programmés. Elle n’est pas publiée.',
    draft: 'Brouillon',
    scheduled: (date: string) => `Sera publié le ${date}`,
  },

  problemPage: {
    title: (count: number) => `${counted(count, 'erreur')} dans le contenu`,
    ignore: 'Afficher la page malgré tout',
  },

  notFound: {
    title: 'Cette page n’existe pas',
    description: 'L’adresse est erronée, ou la page a été retirée.',
    elsewhere: 'Pour la retrouver',
    search: 'Chercher un article',
  },
});

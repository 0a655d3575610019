import { quoted } from '#lib/french.ts';
import { formatNumber } from '#lib/numbers.ts';

/** What every answer to a reader ends with: nothing that was typed is lost. */
const KEPT = 'Votre texte n’est pas perdu';

/** What readers are answered when they send a comment. */
export const intakeStrings = {
  review: {
    title: 'Relisez votre commentaire',
    lead: 'Voici comment il paraîtra. Corrigez-le si besoin, puis envoyez-le : il sera lu par la rédaction avant d’être publié.',
    preview: 'Aperçu',
    edit: 'Votre commentaire',
    send: 'Envoyer le commentaire',
  },
  write: {
    reply: 'Répondre à un commentaire',
    onArticle: (title: string) => `Sur l’article ${quoted(title)}`,
    next: 'Relire avant l’envoi',
  },
  errors: {
    title: (count: number) => (count < 2 ? 'Un point est à corriger' : `${count} points sont à corriger`),
    again: 'Votre commentaire n’a pas été envoyé',
  },
  fields: {
    name: 'Nom ou pseudonyme (obligatoire)',
    email: 'Adresse e-mail (facultative, jamais publiée), par exemple nom@exemple.fr',
    site: 'Votre site (facultatif), par exemple https://exemple.fr',
    text: 'Commentaire (obligatoire)',
    textHelp: (most: number) =>
      `${formatNumber(most)} caractères au plus. Markdown simple : *italique*, **gras**, [lien](https://exemple.fr).`,
    honeypot: 'Ne remplissez pas ce champ',
    privacy:
      'La rédaction lit votre commentaire avant de le publier. Votre adresse e-mail ne sert qu’à vous joindre ou à retrouver vos commentaires si vous demandez de les effacer. Un commentaire refusé est effacé après quelques jours.',
  },
  thanks: {
    title: 'Merci, votre commentaire est bien arrivé',
    text: 'Il sera lu par la rédaction avant d’être publié.',
    report: 'Merci, votre signalement est bien arrivé',
    reportText: 'La rédaction va relire ce commentaire.',
    back: (title: string) => `Revenir à l’article ${quoted(title)}`,
    home: 'Revenir à l’accueil',
  },
  report: {
    title: 'Signaler un commentaire',
    lead: 'Dites à la rédaction ce qui ne va pas. Votre signalement n’est pas publié.',
    reason: 'Motif (obligatoire)',
    reasons: {
      insulte: 'Insulte ou harcèlement',
      haine: 'Appel à la haine ou à la violence',
      'vie-privee': 'Atteinte à la vie privée',
      'fausse-information': 'Fausse information',
      publicite: 'Publicité ou message indésirable',
      autre: 'Autre motif',
    },
    text: 'Précisions (facultatives)',
    textHelp: (most: number) => `${formatNumber(most)} caractères au plus, par exemple la phrase en cause.`,
    send: 'Envoyer le signalement',
    missing: 'Choisissez un motif',
    long: (most: number) => `Vos précisions dépassent ${formatNumber(most)} caractères : raccourcissez-les`,
    unknown: 'Ce commentaire n’est plus en ligne',
  },
  faults: {
    links: (most: number) => `Votre commentaire compte plus de ${most} liens : retirez-en`,
    blank: 'Rien ne paraîtrait de ce commentaire : écrivez-le en toutes lettres',
    reserved: 'Ce nom est réservé à la rédaction : signez de votre nom ou d’un pseudonyme',
    article: 'Cet article n’existe pas, ou n’est plus commenté',
    replyTo: 'Le commentaire auquel vous répondez n’est plus en ligne : le vôtre paraîtra seul',
  },
  refusals: {
    fields: `Corrigez les points indiqués. ${KEPT}.`,
    garbled: `Des caractères de votre texte sont arrivés abîmés : relisez-le. ${KEPT}.`,
    malformed: `Votre envoi est arrivé incomplet. ${KEPT} : revenez à la page précédente et envoyez-le de nouveau.`,
    origin: `Cet envoi ne vient pas d’une page du magazine. ${KEPT} : relisez-le, puis envoyez-le d’ici.`,
    replayed: `Ce commentaire est déjà arrivé. ${KEPT} : pour en écrire un autre, rouvrez l’article.`,
    large: `Votre envoi est trop lourd. ${KEPT} : revenez à la page précédente et raccourcissez-le.`,
    type: `Votre envoi est d’une forme que le magazine ne lit pas. ${KEPT} : revenez à la page précédente et envoyez-le de nouveau.`,
    token: `Le formulaire est resté ouvert trop longtemps. ${KEPT} : envoyez-le de nouveau.`,
    early: `L’envoi est allé trop vite. ${KEPT} : relisez-le, puis envoyez-le de nouveau.`,
    proof: `La vérification n’a pas abouti. ${KEPT} : envoyez-le de nouveau.`,
    tooMany: `Vous avez envoyé plusieurs commentaires en peu de temps. ${KEPT} : envoyez-le de nouveau dans dix minutes.`,
    busy: `Trop de commentaires arrivent en ce moment. ${KEPT} : envoyez-le de nouveau dans une minute.`,
    full: `La rédaction a déjà beaucoup de commentaires à lire. ${KEPT} : envoyez-le de nouveau demain.`,
    storage: `Le magazine ne peut pas enregistrer votre commentaire en ce moment. ${KEPT} : envoyez-le de nouveau plus tard.`,
    absent: `Rien ne se trouve à cette adresse. ${KEPT} : revenez à la page précédente.`,
  },
  absentTitle: 'Cette page n’existe pas',
  start: {
    online: (address: string) => `Le magazine est en ligne : ${address}`,
    noArticles: (file: string) =>
      `La liste des articles « ${file} » manque ou ne se lit pas. Lancez d’abord : npm run build`,
    noSite: (file: string) => `« ${file} » manque, ou ses réglages de commentaires sont faux : npm run check`,
    closed: 'Les commentaires sont fermés : content/site.yaml n’a pas de ligne « intake ».',
    shortSecret: (least: number) => `COMMENTS_SECRET est trop court : ${least} caractères au moins.`,
    damagedSecret: (file: string) =>
      `Le secret « ${file} » est vide ou trop court. Remettez celui de votre sauvegarde. À défaut, supprimez ce fichier : un autre sera créé, mais les commentaires déjà publiés ne se retrouveront plus par l’adresse e-mail de leur auteur.`,
    portTaken: (port: number) => `Le port ${port} est déjà pris. Choisissez-en un autre : PORT=8080`,
    portForbidden: (port: number) =>
      `Le port ${port} est réservé par le système. Choisissez-en un autre : PORT=8080`,
    badPort: (port: string) =>
      `« ${port} » n’est pas un port : donnez un nombre de 0 à 65535, par exemple PORT=8080`,
    badHost: (host: string) =>
      `Cette machine n’a pas l’adresse « ${host} ». Donnez-en une des siennes, par exemple HOST=0.0.0.0 pour toutes.`,
    badFolder: (root: string) =>
      `Le dossier « ${root} » ne contient pas de site. Lancez d’abord : npm run build`,
  },
};

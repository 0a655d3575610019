import { quoted } from '#lib/french.ts';
import { formatNumber } from '#lib/numbers.ts';
import { COMMENT_MARKDOWN } from './comments.ts';

/** The end of every error message: the text is not lost. */
const TEXT_SAVED = 'Votre texte n’est pas perdu';

/** Texts of the comment service, for readers and operators. */
export const submissionStrings = {
  review: {
    title: 'Relisez votre commentaire',
    lead: 'Voici comment il s’affichera. Corrigez-le si besoin, puis envoyez-le : la rédaction le relira avant de le publier.',
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
    textHelp: (most: number) => `${formatNumber(most)} caractères au maximum. ${COMMENT_MARKDOWN}`,
    follow: 'Me prévenir des réponses par e-mail',
    honeypot: 'Ne remplissez pas ce champ',
    privacy:
      'La rédaction relit votre commentaire avant de le publier. Votre adresse e-mail ne sert qu’à vous joindre, à vous prévenir des réponses si vous le demandez, et à retrouver vos commentaires si vous demandez de les effacer. Un commentaire refusé est effacé après quelques jours.',
  },
  thanks: {
    title: 'Merci, votre commentaire a bien été reçu',
    text: 'La rédaction le relira avant de le publier.',
    report: 'Merci, votre signalement a bien été reçu',
    reportText: 'La rédaction va relire ce commentaire.',
    keep: 'Conservez ce lien : lui seul permet, à tout moment et sans adresse e-mail, d’effacer votre commentaire.',
    erase: 'Effacer mon commentaire',
    back: (title: string) => `Revenir à l’article ${quoted(title)}`,
    home: 'Revenir à l’accueil',
  },
  erasure: {
    title: 'Effacer votre commentaire',
    text: 'Il sera effacé définitivement : la rédaction ne pourra ni le lire, ni le remettre en ligne. Si d’autres lecteurs y ont répondu, la mention « Commentaire effacé » restera à sa place.',
    send: 'Effacer définitivement',
    done: 'Votre commentaire est effacé',
    doneText: 'S’il était en ligne, il disparaîtra de l’article à la prochaine publication du site.',
  },
  report: {
    title: 'Signaler un commentaire',
    lead: 'Expliquez le problème à la rédaction. Votre signalement ne sera pas publié.',
    reason: 'Motif (obligatoire)',
    reasons: {
      illicite: 'Contenu illicite : contraire à la loi',
      mineur: 'Exploitation ou agression sexuelle d’un enfant',
      insulte: 'Insulte ou harcèlement',
      haine: 'Appel à la haine ou à la violence',
      'vie-privee': 'Atteinte à la vie privée',
      'fausse-information': 'Fausse information',
      publicite: 'Publicité ou message indésirable',
      autre: 'Autre motif',
    },
    text: 'Explication',
    textHelp: (most: number) =>
      `La phrase en cause et la raison, ${formatNumber(most)} caractères au maximum. Obligatoire pour un contenu illicite.`,
    name: 'Votre nom (obligatoire pour un contenu illicite)',
    email:
      'Votre adresse e-mail (obligatoire pour un contenu illicite, jamais publiée), pour recevoir un accusé et la décision',
    goodFaith:
      'Je pense de bonne foi que ces informations sont exactes et complètes (obligatoire pour un contenu illicite)',
    needed: {
      text: 'Expliquez pourquoi ce contenu est illicite',
      name: 'Indiquez votre nom',
      email: 'Indiquez votre adresse e-mail',
      goodFaith: 'Cochez cette case',
    },
    send: 'Envoyer le signalement',
    missing: 'Choisissez un motif',
    long: (most: number) => `Vos précisions dépassent ${formatNumber(most)} caractères : raccourcissez-les`,
    unknown: 'Ce commentaire n’est plus en ligne',
  },
  faults: {
    follow: 'Indiquez votre adresse e-mail pour être prévenu des réponses',
    links: (most: number) => `${most} liens au maximum : supprimez les autres`,
    blank: 'Ce commentaire serait vide une fois publié : écrivez-le en toutes lettres',
    reserved: 'Ce nom est réservé à la rédaction : signez de votre nom ou d’un pseudonyme',
    article: 'Cet article n’existe pas ou n’accepte plus de commentaires',
    replyTo: 'Le commentaire auquel vous répondez n’est plus en ligne : le vôtre sera publié à part',
  },
  refusals: {
    fields: `Corrigez les points indiqués. ${TEXT_SAVED}.`,
    garbled: `Certains caractères ont été altérés à l’envoi : relisez votre texte. ${TEXT_SAVED}.`,
    malformed: `Votre envoi est incomplet. ${TEXT_SAVED} : revenez à la page précédente et envoyez-le de nouveau.`,
    origin: `Cet envoi ne provient pas d’une page du magazine. ${TEXT_SAVED} : relisez-le, puis envoyez-le depuis cette page.`,
    blocked: `La rédaction ne reçoit plus vos commentaires pour le moment. ${TEXT_SAVED} : si vous pensez à une erreur, écrivez-lui.`,
    replayed: `Ce commentaire a déjà été envoyé. ${TEXT_SAVED} : pour en écrire un autre, rouvrez l’article.`,
    large: `Votre envoi est trop volumineux. ${TEXT_SAVED} : revenez à la page précédente et raccourcissez-le.`,
    type: `Ce format d’envoi n’est pas accepté. ${TEXT_SAVED} : revenez à la page précédente et envoyez-le de nouveau.`,
    token: `Le formulaire est resté ouvert trop longtemps. ${TEXT_SAVED} : envoyez-le de nouveau.`,
    early: `Vous avez envoyé le formulaire trop vite. ${TEXT_SAVED} : relisez-le, puis envoyez-le de nouveau.`,
    proof: `La vérification n’a pas abouti. ${TEXT_SAVED} : envoyez-le de nouveau.`,
    tooMany: `Vous avez envoyé plusieurs commentaires en peu de temps. ${TEXT_SAVED} : envoyez-le de nouveau dans dix minutes.`,
    busy: `Trop de commentaires arrivent en ce moment. ${TEXT_SAVED} : envoyez-le de nouveau dans une minute.`,
    full: `La rédaction a déjà beaucoup de commentaires à lire. ${TEXT_SAVED} : envoyez-le de nouveau demain.`,
    storage: `Impossible d’enregistrer votre commentaire pour le moment. ${TEXT_SAVED} : envoyez-le de nouveau plus tard.`,
    absent: `Aucune page ne correspond à cette adresse. ${TEXT_SAVED} : revenez à la page précédente.`,
  },
  follow: {
    title: 'Réponses à votre commentaire',
    ask: 'Voulez-vous recevoir un e-mail quand quelqu’un répond à ce commentaire ? Votre adresse ne sert à rien d’autre.',
    confirm: 'Me prévenir des réponses',
    confirmed: 'C’est noté : vous serez prévenu des réponses. Chaque message permet d’arrêter.',
    following: 'Vous êtes prévenu des réponses à ce commentaire.',
    leave: 'Ne plus être prévenu',
    left: 'C’est fait : vous ne recevrez plus de message, et votre adresse est effacée.',
    none: 'Personne n’est prévenu des réponses à ce commentaire : il n’y a rien à changer.',
  },
  absentTitle: 'Cette page n’existe pas',
  start: {
    online: (address: string) => `Le magazine est en ligne : ${address}`,
    completing:
      'Il se complète encore : images pour les réseaux sociaux, photos au format AVIF, copies compressées.',
    noArticles: (file: string) =>
      `La liste des articles « ${file} » est absente ou illisible. Lancez d’abord : npm run build`,
    noSite: (file: string) =>
      `« ${file} » est absent, ou ses réglages de commentaires sont erronés : npm run check`,
    shortToken: (least: number) => `COMMENTS_TOKEN est trop court : ${least} caractères au minimum.`,
    closed: 'Les commentaires sont fermés : content/site.yaml n’a pas de ligne « intake ».',
    shortSecret: (least: number) => `COMMENTS_SECRET est trop court : ${least} caractères au minimum.`,
    damagedSecret: (file: string) =>
      `Le secret « ${file} » est vide ou trop court. Remettez celui de votre sauvegarde. À défaut, supprimez ce fichier : un autre sera créé, mais les commentaires déjà publiés ne pourront plus être retrouvés par l’adresse e-mail de leur auteur.`,
    portTaken: (port: number) => `Le port ${port} est déjà pris. Choisissez-en un autre : PORT=8080`,
    portForbidden: (port: number) =>
      `Le port ${port} est réservé par le système. Choisissez-en un autre : PORT=8080`,
    badPort: (port: string) =>
      `« ${port} » n’est pas un port : indiquez un nombre de 0 à 65535, par exemple PORT=8080`,
    badHost: (host: string) =>
      `L’adresse « ${host} » n’appartient pas à cette machine. Indiquez l’une des siennes, ou HOST=0.0.0.0 pour toutes.`,
    badFolder: (root: string) =>
      `Le dossier « ${root} » ne contient pas de site. Lancez d’abord : npm run build`,
  },
};

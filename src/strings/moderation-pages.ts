import { counted, elided, quoted } from '#lib/french.ts';
import { COMMENT_MARKDOWN } from './comments.ts';
import { moderationAccessStrings } from './moderation-access.ts';

/** Reasons for rejecting a comment, from the charter (content/pages/la-charte.mdx). */
const REASONS = {
  'hors-sujet': 'Sans rapport avec l’article',
  personne: 'Attaque contre une personne',
  'vie-privee': 'Vie privée',
  publicite: 'Publicité ou envoi en nombre',
  identite: 'Identité de quelqu’un d’autre',
  illicite: 'Contenu illicite',
  autre: 'Autre motif',
} as const;

/** Texts of the pages of moderators. */
export const moderationPageStrings = {
  title: 'Modération',
  navigation: 'Modération',
  tabs: {
    pending: 'À lire',
    reports: 'Signalés',
    published: 'Publiés',
    rejected: 'Refusés',
    withdrawn: 'Retirés',
    journal: 'Journal',
    blocks: 'Blocages',
    team: 'Équipe',
    account: 'Mon compte',
  },
  signOut: 'Se déconnecter',
  counted: (label: string, count: number) => `${label} (${count})`,
  reasons: REASONS,

  queue: {
    titles: {
      pending: 'Commentaires à lire',
      published: 'Commentaires publiés',
      rejected: 'Commentaires refusés',
      withdrawn: 'Commentaires retirés',
    },
    empty: {
      pending: 'Tout est lu. Les prochains commentaires s’afficheront ici.',
      published: 'Aucun commentaire publié.',
      rejected: 'Aucun commentaire refusé.',
      withdrawn: 'Aucun commentaire retiré.',
    },
    noMatch: (words: string) => `Aucun commentaire ne contient ${quoted(words)}.`,
    search: 'Chercher dans les textes et les noms',
    submitSearch: 'Chercher',
    reset: 'Tout afficher',
    next: 'Commentaires suivants',
    first: 'Revenir aux premiers',
    select: (name: string) => `Choisir le commentaire ${elided('de', name)}`,
    on: 'sur',
    replyTo: (name: string) => `En réponse à ${name}`,
    accept: 'Accepter',
    reject: 'Refuser…',
    withdraw: 'Retirer…',
    whyReject: 'Motif du refus',
    whyWithdraw: 'Motif du retrait',
    open: 'Répondre, bloquer, voir le fil',
    selection: 'Pour les commentaires choisis',
    acceptAll: 'Accepter',
    rejectAll: 'Refuser',
    withdrawAll: 'Retirer',
    reason: 'Motif',
    refusedFor: (reason: string) => `Refusé : ${reason}.`,
    withdrawnFor: (reason: string) => `Retiré : ${reason}.`,
  },

  states: {
    online: 'En ligne',
    publishing: 'Mise en ligne en cours…',
    removing: 'Retrait en cours…',
    offline: 'N’est plus en ligne',
    failed:
      'La mise en ligne a échoué. Prévenez la personne qui gère le site : le journal du service dit pourquoi.',
    manual: 'Sera en ligne à la prochaine publication du site.',
  },

  done: {
    counted: {
      accepted: (count: number) => `${counted(count, 'commentaire accepté', 'commentaires acceptés')}.`,
      rejected: (count: number) => `${counted(count, 'commentaire refusé', 'commentaires refusés')}.`,
      withdrawn: (count: number) => `${counted(count, 'commentaire retiré', 'commentaires retirés')}.`,
    },
    late: (count: number) =>
      count < 2
        ? 'Un commentaire avait déjà été traité : rien n’y a été changé.'
        : `${count} commentaires avaient déjà été traités : rien n’y a été changé.`,
    named: {
      lateBy: (name: string) => `${name} a traité ce commentaire avant vous : rien n’a été changé.`,
      invited: (email: string) => `Une invitation a été envoyée à ${email}.`,
      removed: (name: string) => `${name} ne peut plus se connecter.`,
    },
    plain: {
      dismissed: 'Signalement écarté : le commentaire reste en ligne.',
      reportLate: 'Ce signalement avait déjà été traité : rien n’a été changé.',
      nothing: 'Aucun commentaire n’était choisi.',
      undone: 'Décision annulée.',
      tooLate: 'Cette décision date de plus de dix minutes : elle ne peut plus être annulée.',
      replied: 'Votre réponse est enregistrée.',
      gone: 'Ce commentaire n’est plus publié : votre réponse n’a pas été enregistrée.',
      blocked: 'Blocage enregistré.',
      unblocked: 'Blocage levé.',
      erased: 'Le commentaire est effacé.',
      saved: 'Réglages enregistrés.',
      lastAdministrator:
        'Ce compte est le dernier qui administre la modération : invitez d’abord quelqu’un d’autre.',
      signedOutElsewhere: 'Vos autres sessions sont fermées.',
      passkeyAdded: 'Clé d’accès enregistrée.',
      passkeyRemoved: 'Clé d’accès retirée.',
    },
  },
  refusals: {
    title: 'Rien n’a été changé',
    form: 'Ce formulaire venait d’une session terminée, ou d’un autre site. Revenez à la modération et recommencez.',
    role: 'Seul un membre qui administre la modération peut faire cela.',
    absent: 'Cette page n’existe pas, ou ce commentaire a été effacé.',
    large: 'Ce formulaire est trop volumineux.',
    storage: 'Le service ne peut pas répondre pour le moment. Recommencez dans quelques minutes.',
  },
  undo: 'Annuler',

  comment: {
    title: (name: string) => `Commentaire ${elided('de', name)}`,
    back: 'Revenir à la liste',
    thread: 'Dans le fil',
    decide: 'Décision',
    email: 'E-mail',
    history: 'Ce qui a été fait',
    reply: 'Répondre au nom du magazine',
    replyText: 'Votre réponse',
    replyHelp: COMMENT_MARKDOWN,
    sendReply: 'Publier la réponse',
    acceptAndReply: 'Accepter et publier la réponse',
    replyMissing: 'Écrivez une réponse',
    block: 'Bloquer',
    blockHelp: 'Les prochains envois seront refusés. Un blocage finit de lui-même et se lève à tout moment.',
    who: 'Qui',
    kinds: { writer: 'Cette adresse e-mail', network: 'Ce réseau' },
    for: 'Pendant',
    periods: { '1': 'Un jour', '7': 'Une semaine', '30': 'Un mois' },
    submitBlock: 'Bloquer',
    noBlock: 'Ni adresse ni réseau ne sont conservés pour ce commentaire : il n’y a rien à bloquer.',
    erase: 'Effacer',
    eraseHelp: 'À la demande de son auteur. Le texte et le nom sont effacés pour toujours.',
    submitErase: 'Effacer définitivement',
  },

  reports: {
    title: 'Commentaires signalés',
    empty: 'Aucun signalement à examiner.',
    by: (name: string) => `Signalé par ${name}`,
    anonymous: 'Signalé sans nom',
    keep: 'Laisser en ligne',
    answer: 'Explication pour l’auteur du signalement',
    answerHelp: 'Elle lui est envoyée avec la décision, s’il a laissé une adresse.',
  },

  journal: {
    title: 'Journal',
    empty: 'Rien n’a encore été fait.',
    next: 'Plus ancien',
    actors: { terminal: 'Un terminal', service: 'Le service', writer: 'L’auteur' },
    formerMember: 'Quelqu’un',
    comment: (name: string, article: string) => `${elided('de', name)} sur ${quoted(article)}`,
    actions: {
      accept: 'a accepté le commentaire',
      reject: 'a refusé le commentaire',
      withdraw: 'a retiré le commentaire',
      reply: 'a répondu au commentaire',
      undo: 'a annulé la décision sur le commentaire',
      erase: 'a effacé le commentaire',
      dismiss: 'a écarté un signalement du commentaire',
      block: 'a ajouté un blocage',
      unblock: 'a levé un blocage',
      import: 'a importé des commentaires',
      invite: 'a invité',
      join: 'a rejoint l’équipe',
      remove: 'a retiré de l’équipe',
      'sign-in': 's’est connecté',
    },
  },

  blocks: {
    title: 'Blocages',
    empty: 'Personne n’est bloqué.',
    kinds: { writer: 'Une adresse e-mail', network: 'Un réseau' },
    until: (date: string) => `jusqu’au ${date}`,
    by: (name: string) => `par ${name}`,
    lift: 'Lever',
  },

  ...moderationAccessStrings,
};

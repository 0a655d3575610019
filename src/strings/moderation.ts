import { counted, plural } from '#lib/french.ts';

/** Texts of the command that moderates comments, for editors. */
export const moderationStrings = {
  erased: {
    name: 'Commentaire effacé',
    text: 'Ce commentaire a été effacé à la demande de son auteur.',
  },
  withdrawn: {
    name: 'Commentaire retiré',
    text: 'Ce commentaire a été retiré par la rédaction.',
  },

  title: 'Commentaires',
  empty: 'Ni commentaire ni signalement en attente.',
  waiting: (comments: number, reports: number) =>
    `${counted(comments, 'commentaire')} à lire, ${counted(reports, 'signalement')}.`,
  damaged: 'Fichier illisible, laissé tel quel :',
  toDiscard: 'Pour le supprimer :',
  discarded: 'Fichier supprimé :',
  notDamaged: 'Aucun fichier illisible ne porte ce nom :',
  unknown: (id: string) => `${id} : aucun commentaire ni signalement en attente ne porte ce nom.`,
  locked:
    'Une autre décision est en cours depuis plus de trente secondes. Rien n’a été changé : fermez l’autre fenêtre de modération, puis recommencez.',
  disk: {
    full: 'Le disque est plein. Rien n’a été changé : libérez de la place, puis recommencez.',
    readOnly:
      'Le disque est en lecture seule. Rien n’a été changé : vous pouvez lire les commentaires, mais pas les traiter.',
    forbidden:
      'Vous n’avez pas l’autorisation d’écrire dans le dossier des commentaires. Rien n’a été changé : lancez la commande avec le compte du service.',
  },

  comment: 'commentaire',
  report: 'signalement',
  labels: {
    id: 'Nom',
    article: 'Article',
    date: 'Reçu le',
    name: 'De',
    email: 'E-mail',
    site: 'Site',
    replyTo: 'En réponse à',
    links: 'Liens',
    comment: 'Commentaire signalé',
    reason: 'Motif',
  },

  outcomes: {
    accepted: (id: string) =>
      `${id} : accepté. Il sera publié à la prochaine mise en ligne : enregistrez content/comments dans Git.`,
    already: (id: string) => `${id} : déjà traité.`,
    alreadyAccepted: (id: string) =>
      `${id} : ce commentaire a déjà été accepté. Pour le retirer, supprimez son fichier de content/comments.`,
    alreadyRejected: (id: string) => `${id} : ce commentaire a déjà été refusé.`,
    withdrawn: (id: string) => `${id} : signalement retenu, commentaire retiré.`,
    rejected: (id: string, days: number) => `${id} : refusé. Il sera effacé dans ${counted(days, 'jour')}.`,
    dismissed: (id: string) => `${id} : signalement écarté et effacé.`,
    replied: (id: string) =>
      `${id} : réponse enregistrée. Elle sera publiée avec la prochaine version du site.`,
    notPublished: (id: string) => `${id} : aucun commentaire publié ne porte ce nom. Acceptez-le d’abord.`,
    erased: (count: number) =>
      count === 0
        ? 'Aucun commentaire ne vient de cette adresse.'
        : `${counted(count, 'commentaire effacé', 'commentaires effacés')} définitivement.`,
    history:
      'Ce qui avait été publié reste dans l’historique de Git : demandez à la personne qui gère le dépôt de l’y effacer si nécessaire.',
    purged: (count: number) =>
      count === 0
        ? 'Aucun commentaire refusé à effacer.'
        : `${counted(count, 'commentaire refusé effacé', 'commentaires refusés effacés')} : ${plural(count, 'son', 'leur')} délai de conservation a expiré.`,
  },

  questions: {
    which: 'Lequel lire ?',
    quit: 'Quitter',
    what: 'Que faire ?',
    accept: 'Accepter',
    acceptAndReply: 'Accepter et répondre',
    reject: 'Refuser',
    withdraw: 'Retirer le commentaire signalé',
    dismiss: 'Écarter le signalement',
    later: 'Plus tard',
    reply: 'Votre réponse (Markdown simple)',
    replyMissing: 'Écrivez une réponse',
    bye: 'À bientôt.',
  },
};

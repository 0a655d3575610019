import { counted, plural } from '#lib/french.ts';

/**
 * Texts of `npm run comments`, imports, backups and the publication hook, for editors. `erased` and `withdrawn` are the
 * notices that readers see in place of a comment.
 */
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
  unknown: (id: string) => `${id} : aucun commentaire ni signalement en attente ne porte ce nom.`,
  disk: {
    full: 'Le disque est plein. Rien n’a été changé : libérez de la place, puis recommencez.',
    readOnly:
      'Le disque est en lecture seule. Rien n’a été changé : vous pouvez lire les commentaires, mais pas les traiter.',
    forbidden:
      'Vous n’avez pas l’autorisation d’écrire dans le dossier des commentaires. Rien n’a été changé : lancez la commande avec le compte du service.',
    damaged:
      'Le fichier des commentaires est abîmé. Mettez-le de côté, puis remettez une sauvegarde avec la commande « restaurer ».',
  },

  publication: {
    badHook: 'PUBLISH_HOOK n’est pas une adresse : indiquez celle que donne votre forge, en https://',
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

  more: 'D’autres attendent : traitez ceux-ci pour voir la suite.',

  outcomes: {
    accept: (id: string) => `${id} : accepté. Il sera en ligne à la prochaine publication du site.`,
    reject: (id: string, days: number) => `${id} : refusé. Il sera effacé dans ${counted(days, 'jour')}.`,
    withdraw: (id: string, days: number) =>
      `${id} : retiré. Il disparaîtra du site à la prochaine publication, et sera effacé dans ${counted(days, 'jour')}.`,
    undone: (id: string) => `${id} : décision annulée.`,
    notUndone: (id: string) => `${id} : aucune décision de moins de dix minutes à annuler.`,
    upheld: (id: string) => `${id} : signalement retenu, commentaire retiré.`,
    dismissed: (id: string) => `${id} : signalement écarté.`,
    reportDecided: (id: string) => `${id} : ce signalement a déjà été traité.`,
    already: {
      pending: (id: string) => `${id} : ce commentaire attend encore une décision.`,
      approved: (id: string) =>
        `${id} : ce commentaire a déjà été accepté. Pour le retirer, utilisez la commande « retirer ».`,
      rejected: (id: string) => `${id} : ce commentaire a déjà été refusé.`,
      withdrawn: (id: string) => `${id} : ce commentaire a déjà été retiré.`,
      erased: (id: string) => `${id} : ce commentaire a été effacé.`,
    },
    replied: (id: string) =>
      `${id} : réponse enregistrée. Elle sera en ligne à la prochaine publication du site.`,
    notPublished: (id: string) => `${id} : aucun commentaire publié ne porte ce nom. Acceptez-le d’abord.`,
    erased: (count: number) =>
      count === 0
        ? 'Aucun commentaire à effacer.'
        : `${counted(count, 'commentaire effacé', 'commentaires effacés')} définitivement.`,
    traces: (days: number) =>
      `Ce qui était en ligne y reste jusqu’à la prochaine publication du site, et dans les sauvegardes ${counted(days, 'jour')} au plus.`,
    purged: (count: number) =>
      count === 0
        ? 'Aucun commentaire refusé à effacer.'
        : `${counted(count, 'commentaire refusé effacé', 'commentaires refusés effacés')} : ${plural(count, 'son', 'leur')} délai de conservation a expiré.`,
  },

  imports: {
    done: (added: number, skipped: number) =>
      `${counted(added, 'commentaire ajouté', 'commentaires ajoutés')}, ${counted(skipped, 'autre')} déjà ${plural(skipped, 'connu', 'connus')} ou ${plural(skipped, 'effacé', 'effacés')}.`,
    noFiles: 'Aucun commentaire dans content/comments.',
    removable: 'Vous pouvez supprimer content/comments.',
    orphans: (articles: readonly string[]) =>
      `Sans article de ce nom, leurs commentaires ne s’affichent pas : ${articles.join(', ')}`,
    unreadable: (file: string) => `« ${file} » est absent ou illisible. Rien n’a été importé.`,
    unknownFields: (names: readonly string[]) =>
      `champs inconnus, qui ne seraient pas conservés : ${names.join(', ')}`,
    wrong: (file: string, place: string, message: string) =>
      `« ${file} », ${place} : ${message}. Rien n’a été importé.`,
  },

  exported: (count: number, file: string) =>
    `${counted(count, 'commentaire')} dans « ${file} » : une version du site les reprend avec COMMENTS_SOURCE=${file}`,

  backup: {
    done: (rows: number, file: string) => `Sauvegarde de ${counted(rows, 'ligne')} dans « ${file} ».`,
    restored: (rows: number) => `${counted(rows, 'ligne remise', 'lignes remises')}.`,
    notEmpty:
      'Il y a déjà des commentaires : rien n’a été changé. Pour les remplacer par ceux de la sauvegarde, ajoutez --remplacer.',
    unreadable: (file: string) => `« ${file} » n’est pas une sauvegarde entière. Rien n’a été changé.`,
    newer: (file: string) =>
      `« ${file} » vient d’une version plus récente du magazine. Rien n’a été changé : mettez d’abord celui-ci à jour.`,
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

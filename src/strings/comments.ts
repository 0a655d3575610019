import { counted, elided, quoted } from '#lib/french.ts';

/** Help on the Markdown of comments, for readers and moderators. */
export const COMMENT_MARKDOWN =
  'Mise en forme : *italique*, **gras**, > citation, [lien](https://exemple.fr). Trois liens au maximum.';

/** Texts of comments, in the pages of articles. */
export const commentStrings = {
  title: 'Commentaires',
  count: (count: number) => counted(count, 'commentaire'),
  none: 'Aucun commentaire pour le moment.',
  add: 'Ajouter un commentaire',
  closed: 'Les commentaires sont fermés.',
  write: 'Écrire à la rédaction',
  writtenAt: (date: string, time: string) => `${date} à ${time}`,
  staff: 'La rédaction',
  reply: 'Répondre',
  replyTo: (name: string) => `Répondre à ${name}`,
  replyingTo: (name: string) => `Vous répondez à ${name}.`,
  cancelReply: 'Annuler la réponse',
  report: 'Signaler',
  reportOf: (name: string) => `Signaler le commentaire ${elided('de', name)}`,
  feed: 'Suivre les commentaires par flux RSS',
  feedTitle: (magazine: string) => `${magazine} : les commentaires`,
  feedDescription: (magazine: string) =>
    `Les derniers commentaires publiés sous les articles ${elided('de', magazine)}.`,
  feedItem: (name: string, article: string) => `${name}, sous ${quoted(article)}`,

  form: {
    notice:
      'Votre commentaire sera relu par la rédaction avant publication. Restez courtois et dans le sujet.',
    text: 'Votre commentaire',
    name: 'Votre nom ou un pseudonyme',
    email: 'Votre e-mail',
    site: 'Votre site',
    required: '(obligatoire)',
    emailHint: '(facultatif, jamais publié ; exemple : nom@exemple.fr)',
    siteHint: '(facultatif, publié ; exemple : https://exemple.fr)',
    markdown: COMMENT_MARKDOWN,
    follow: 'Me prévenir des réponses par e-mail (avec une adresse, après confirmation)',
    trap: 'Laissez ce champ vide',
    send: 'Envoyer le commentaire',
    sending: 'Envoi en cours…',
    sent: 'Merci, votre commentaire a bien été reçu. Il sera publié ici après relecture.',
    unreachable:
      'Le service des commentaires ne répond pas. Votre texte est enregistré dans ce navigateur : réessayez plus tard.',
    restored: 'Nous avons retrouvé votre brouillon, enregistré dans ce navigateur.',
  },

  privacy: {
    title: 'Vos données',
    /**
     * The information that GDPR article 13 requires: who, why, on what legal ground, what is mandatory, how long, which
     * rights.
     */
    text: (magazine: string, days: number) =>
      `L’éditeur ${elided('de', magazine)} utilise ces données pour publier un débat modéré (intérêt légitime). Le nom et le texte sont obligatoires et publiés ; le site l’est si vous l’indiquez ; l’e-mail ne l’est jamais. Un commentaire refusé est effacé après ${days} jours, un commentaire publié reste avec l’article. Vous pouvez demander l’accès, la rectification ou l’effacement de vos données, vous opposer, ou saisir la CNIL.`,
    more: 'Contact et détails',
  },

  /** Messages about the comments that a build reads. */
  source: {
    notSnapshot: 'ce n’est pas un export de commentaires',
    unreadable: (source: string, reason: string) =>
      `Les commentaires n’ont pas pu être lus (${source} : ${reason}). Rien n’a été publié, pour ne pas mettre en ligne des articles sans leurs commentaires. Vérifiez COMMENTS_SOURCE, COMMENTS_TOKEN et DATABASE_URL : docs/comments.md.`,
    lastUsed: (source: string, reason: string) =>
      `Les commentaires n’ont pas pu être lus (${source} : ${reason}). Cette version reprend ceux de la précédente : les derniers acceptés ou effacés attendront la prochaine.`,
  },
};

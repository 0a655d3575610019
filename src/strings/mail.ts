import { counted, elided, quoted } from '#lib/french.ts';

/** Texts of e-mails. */
export const mailStrings = {
  settings: {
    badServer:
      'SMTP_URL n’est pas l’adresse d’un serveur : écrivez-la sous la forme smtps://nom:motdepasse@serveur.exemple.fr',
    badSender: (address: string) => `MAIL_FROM n’est pas une adresse e-mail : ${quoted(address)}`,
    noSender: 'SMTP_URL est réglé, mais pas MAIL_FROM : indiquez l’adresse qui envoie les messages.',
  },
  signIn: {
    subject: 'Votre lien de connexion',
    text: 'Voici le lien pour vous connecter à la modération. Il sert une seule fois, pendant quinze minutes.',
    link: 'Se connecter',
    ignore: 'Vous n’avez rien demandé ? Ignorez ce message : personne ne peut se connecter sans ce lien.',
  },
  invitation: {
    subject: (magazine: string) => `Modérer les commentaires ${elided('de', magazine)}`,
    text: (by: string, magazine: string) =>
      `${by} vous invite à modérer les commentaires ${elided('de', magazine)}. Ce lien crée votre compte ; il est valable sept jours.`,
    link: 'Créer mon compte',
  },
  waiting: {
    subject: (count: number) => `${counted(count, 'commentaire')} à lire`,
    from: (name: string, article: string) => `${name}, sur ${quoted(article)} :`,
    more: (count: number) => `Et ${counted(count, 'autre', 'autres')}.`,
    reports: (count: number) => `${counted(count, 'signalement')} à examiner.`,
    link: 'Ouvrir la modération',
    settings: 'Pour recevoir un seul message chaque matin, ou aucun : page « Mon compte » de la modération.',
  },
  confirmation: {
    subject: 'Votre commentaire est accepté : voulez-vous suivre les réponses ?',
    text: (article: string) =>
      `Votre commentaire sur ${quoted(article)} est accepté. Vous avez demandé à être prévenu des réponses : confirmez-le en ouvrant ce lien. Sans confirmation dans les sept jours, votre adresse sera effacée et vous ne recevrez rien d’autre.`,
    link: 'Me prévenir des réponses',
    ignore: 'Vous n’avez rien demandé ? Ignorez ce message.',
  },
  reply: {
    subject: (name: string, article: string) => `${name} vous répond, sur ${quoted(article)}`,
    from: (name: string) => `${name} a répondu à votre commentaire :`,
    link: 'Lire la réponse sur le site',
    leave: 'Ne plus être prévenu',
  },
  decision: {
    rejected: {
      subject: 'Votre commentaire n’a pas été publié',
      text: (article: string) => `La rédaction n’a pas publié votre commentaire sur ${quoted(article)} :`,
    },
    withdrawn: {
      subject: 'Votre commentaire a été retiré',
      text: (article: string) => `La rédaction a retiré votre commentaire sur ${quoted(article)} :`,
    },
    reason: (reason: string) => `Motif : ${reason}.`,
    illegal: 'Il a été jugé contraire à la loi.',
    charterRules: 'Il est contraire à la charte du magazine, qui dit ce que nous publions.',
    rules: 'Il est contraire aux règles du magazine.',
    human: 'Cette décision a été prise par un membre de la rédaction, sans traitement automatique.',
    appeal: (byContactPage: boolean) =>
      `Pour la contester, ${byContactPage ? 'écrivez à la rédaction par la page Contact' : 'répondez à ce message'}, dans les six mois ; quelqu’un d’autre la réexaminera. Vous pouvez aussi saisir la justice.`,
    charter: 'La charte',
    contact: 'La page Contact',
  },
  report: {
    received: {
      subject: 'Votre signalement a bien été reçu',
      text: (article: string, number: string) =>
        `La rédaction a reçu votre signalement d’un commentaire sur ${quoted(article)}. Il porte le numéro ${number}. Vous serez prévenu de la décision.`,
    },
    decided: {
      subject: 'Votre signalement a été examiné',
      upheld: (number: string) =>
        `La rédaction a retenu votre signalement ${number} : le commentaire est retiré.`,
      dismissed: (number: string) =>
        `La rédaction a examiné votre signalement ${number} et laisse le commentaire en ligne.`,
    },
  },
};

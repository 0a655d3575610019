/** What readers are answered when they send a comment. */
export const intakeStrings = {
  thanks: 'Merci, votre commentaire est bien arrivé.',
};

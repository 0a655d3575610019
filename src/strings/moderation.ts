/** What editors are told by the command that moderates comments. */
export const moderationStrings = {
  erased: {
    name: 'Commentaire effacé',
    text: 'Ce commentaire a été effacé à la demande de son auteur.',
  },
  withdrawn: {
    name: 'Commentaire retiré',
    text: 'Ce commentaire a été retiré par la rédaction.',
  },
};

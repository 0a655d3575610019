/** What readers see of comments in the pages of the magazine. */
export const commentStrings = {
  title: 'Commentaires',
};

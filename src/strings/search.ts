/** What readers see of the search. */
export const searchStrings = {
  title: 'Chercher',
};

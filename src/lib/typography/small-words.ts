/** Articles, prepositions, numbers and other short words that belong to the next word: a line should not end with them. */
export const SMALL_WORD =
  /^(?:[\p{L}\p{N}]{1,3},?|avec|cette|chez|dans|leurs?|mais|pour|sans|sous|vers|\p{L}+’une?)$/iu;

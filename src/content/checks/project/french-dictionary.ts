import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface FrenchDictionary {
  isKnown(word: string): boolean;
  /** The nearest known words, nearest first. Each call is slow, so after 40 calls it returns none. */
  suggest(word: string): string[];
}

/** Dictionaries of the classic spelling and of the 1990 spelling: both are correct. */
const FILES = {
  classic: ['@cspell/dict-fr-fr', 'fr-fr.trie.gz'],
  reformed: ['@cspell/dict-fr-reforme', 'fr-reforme1990.trie.gz'],
} as const;
const MAX_SUGGESTIONS = 3;
const MAX_SEARCHES = 40;

/** Reads the French dictionaries. Look-ups are sensitive to accents and capitals. */
export async function readFrenchDictionary(customWords: ReadonlySet<string>): Promise<FrenchDictionary> {
  const { resolve } = createRequire(import.meta.url);
  // Loaded on demand, because loading takes a second and other rules do not need it.
  const { getDictionary } = await import('cspell-lib');
  const dictionary = await getDictionary({
    dictionaryDefinitions: Object.entries(FILES).map(([name, [folder, file]]) => ({
      name,
      path: join(dirname(resolve(`${folder}/cspell-ext.json`)), file),
    })),
    dictionaries: Object.keys(FILES),
  });
  let searches = 0;
  return {
    isKnown: (word) => customWords.has(word) || dictionary.has(word, { ignoreCase: false }),
    suggest(word) {
      searches += 1;
      if (searches > MAX_SEARCHES) return [];
      return dictionary
        .suggest(word, { numSuggestions: 2 * MAX_SUGGESTIONS, ignoreCase: false })
        .map((suggestion) => suggestion.word)
        .filter((suggestion) => !suggestion.includes(' '))
        .slice(0, MAX_SUGGESTIONS);
    },
  };
}

import type { SearchEngine } from './engine.ts';
import { correctTerms } from './spelling.ts';
import { partsNear, unpackWords, WORDS_START, wordsFile } from './word-list.ts';

/**
 * Creates the function that corrects terms by the index's word list. It loads only the parts of the list that it needs,
 * and each of them once.
 *
 * @param load reads a file of the index
 */
export function createCorrection(load: (file: string) => Promise<string>): SearchEngine['correct'] {
  const files = new Map<string, Promise<string>>();
  const read = (file: string) => {
    const text = files.get(file) ?? load(file);
    files.set(file, text);
    return text;
  };
  return async (terms, isUnknown) => {
    const prefixes = JSON.parse(await read(WORDS_START)) as string[];
    return correctTerms(terms, isUnknown, async (word) => {
      const parts = partsNear(word, prefixes).map((prefix) => read(wordsFile(prefix)));
      return (await Promise.all(parts)).flatMap(unpackWords);
    });
  };
}

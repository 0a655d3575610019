import { partsOf } from './question/question.ts';
import { foldText } from './search-text.ts';

/** The words of a text, in lower case with their accents. Symbols that belong to a word are part of it: « C# ». */
export function wordsOf(text: string): string[] {
  return partsOf(foldText(text.normalize('NFC')).toLowerCase());
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What editors wrote in content/mots.txt: words, and expressions taken whole. */
export interface HouseWords {
  words: ReadonlySet<string>;
  /** Finds the expressions in a text; `null` when there is none. */
  expressions: RegExp | null;
}

/** Reads content/mots.txt: a word or an expression a line; « # » begins a comment. */
export function readHouseWords(root: string): HouseWords {
  const file = join(root, 'content/mots.txt');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split(/\r\n?|\n/u) : [];
  const entries = lines
    .map((line) => line.replace(/#.*$/u, '').trim().normalize('NFC').replaceAll("'", '’'))
    .filter((entry) => entry !== '');
  const isExpression = (entry: string) => /[^\p{L}\p{M}’-]/u.test(entry);
  const expressions = entries.filter(isExpression).sort((a, b) => b.length - a.length);
  return {
    words: new Set(entries.filter((entry) => !isExpression(entry))),
    expressions:
      expressions.length > 0
        ? new RegExp(`(?<!\\p{L})(?:${expressions.map(patternOf).join('|')})(?!\\p{L})`, 'gu')
        : null,
  };
}

/** Any space stands for a space, any apostrophe for an apostrophe. */
function patternOf(expression: string): string {
  return expression
    .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
    .replaceAll('’', "[’']")
    .replace(/\s+/gu, '\\s+');
}

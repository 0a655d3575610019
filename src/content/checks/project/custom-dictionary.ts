import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The custom dictionary of the magazine, content/mots.txt: words, and expressions that match as a whole. */
export interface CustomDictionary {
  words: ReadonlySet<string>;
  /** Matches the expressions; `null` when there are none. */
  expressions: RegExp | null;
}

/** Reads content/mots.txt: one word or expression per line; « # » begins a comment. */
export function readCustomDictionary(root: string): CustomDictionary {
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

/** A pattern in which any space or apostrophe matches any other. */
function patternOf(expression: string): string {
  return expression
    .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
    .replaceAll('’', "[’']")
    .replace(/\s+/gu, '\\s+');
}

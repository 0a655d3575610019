import { readFileSync } from 'node:fs';

export interface Vector {
  family: string;
  input: string;
  output: string;
}

const SPACES: readonly (readonly [string, string])[] = [
  ['¤', '\u00A0'],
  ['¬', '\u202F'],
  ['⏎', '\n'],
];

/** Replaces spaces by visible characters, so that failures show which space is wrong. */
export const shown = (text: string): string =>
  SPACES.reduce((result, [sign, space]) => result.replaceAll(space, sign), text);

const typed = (text: string) =>
  SPACES.reduce((result, [sign, space]) => result.replaceAll(sign, space), text);

/** Reads a table of tests/fixtures. Its first lines describe the format. */
export function readVectors(name: string): Vector[] {
  const text = readFileSync(new URL(`../../../fixtures/${name}`, import.meta.url), 'utf8');
  let family = '';
  return text.split('\n').flatMap((line): Vector[] => {
    if (line.startsWith('# ')) family = line.slice(2);
    if (line.startsWith('= ')) return [{ family, input: typed(line.slice(2)), output: typed(line.slice(2)) }];
    const [input, output] = line.split(' => ');
    if (family === '' || input === undefined || output === undefined) return [];
    return [{ family, input: typed(input), output: typed(output) }];
  });
}

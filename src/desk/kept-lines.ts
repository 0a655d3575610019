/**
 * Gives back the lines of a text that were only respelt: the editor with formatting writes « _mot_ » for
 * « *mot* », and a backslash where none is needed.
 */
export function keepLines(before: string, after: string): string {
  const known = new Map(before.split('\n').map((line) => [meaningOf(line), line]));
  return after
    .split('\n')
    .map((line) => known.get(meaningOf(line)) ?? line)
    .join('\n');
}

function meaningOf(line: string): string {
  return line.replace(/\\(?=[*_{}<>/[\]()#~`-])/gu, '').replaceAll('_', '*');
}

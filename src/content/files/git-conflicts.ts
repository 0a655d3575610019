/** A conflict marked by Git in a file. */
export interface GitConflict {
  /** Index of the first line of the conflict, from 0. */
  index: number;
  column: 1;
  message: string;
  remedy: string;
  repaired: null;
}

/**
 * Finds Git conflicts. Returns the lines with only one side of each conflict (the number of lines is unchanged), and
 * the place of each conflict.
 */
export function gitConflicts(lines: readonly string[]): { lines: string[]; conflicts: GitConflict[] } {
  const conflicts: GitConflict[] = [];
  let side: 'none' | 'ours' | 'theirs' = 'none';
  const kept = lines.map((line, index) => {
    if (/^<{7}(?: |\r?$)/u.test(line)) {
      side = 'ours';
      conflicts.push({
        index,
        column: 1,
        message: 'Un conflit de Git n’est pas résolu : le fichier contient deux versions du même passage',
        remedy:
          'Ne conservez que l’une des deux versions et supprimez les lignes « <<<<<<< », « ======= » et « >>>>>>> »',
        repaired: null,
      });
      return '';
    }
    if (side === 'none') return line;
    if (/^>{7}(?: |\r?$)/u.test(line)) side = 'none';
    else if (/^(?:={7}|\|{7})(?: |\r?$)/u.test(line)) side = 'theirs';
    else if (side === 'ours') return line;
    return '';
  });
  return { lines: kept, conflicts };
}

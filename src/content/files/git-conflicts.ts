/** A conflict marked by Git in a file. */
export interface GitConflict {
  /** Index of its first line, from 0. */
  index: number;
  column: 1;
  message: string;
  remedy: string;
  repaired: null;
}

/**
 * Finds Git conflicts. Returns the lines with only one side of each conflict, as many lines as before, and where each
 * conflict begins.
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

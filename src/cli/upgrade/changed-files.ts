import { filesAt, type Git } from './git.ts';

/** The files that differ between two versions of the engine, by what an upgrade does with them. */
export interface EngineFiles {
  /** Files to change. */
  changed: string[];
  /**
   * Files that the magazine has modified and that stay unchanged: those of the guide, and those that exist in only one
   * of the two versions. Other modified files are merged.
   */
  kept: string[];
}

/** The files of content/ that belong to the engine: the guide for editors, unless they have changed it. */
const GUIDE = /^content\/(?:README\.md|REGLES\.md|guide\/.+)$/u;

/**
 * Sorts the files that differ between two versions of the engine. Of content/, they include only the guide. Files that
 * the magazine has removed are excluded.
 *
 * @param trees.own the files of the magazine
 */
export function engineFiles(
  git: Git,
  trees: { own: string; installed: string; target: string },
): EngineFiles {
  const own = filesAt(git, trees.own);
  const before = filesAt(git, trees.installed);
  const after = filesAt(git, trees.target);
  const sorted: EngineFiles = { changed: [], kept: [] };
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const isGuide = GUIDE.test(path);
    if (before.get(path) === after.get(path) || (path.startsWith('content/') && !isGuide)) continue;
    if (own.get(path) === after.get(path) || (before.has(path) && !own.has(path))) continue;
    const isOwn = own.get(path) !== before.get(path);
    const isOnlyInOne = !before.has(path) || !after.has(path);
    if (isOwn && (isGuide || isOnlyInOne)) sorted.kept.push(path);
    else sorted.changed.push(path);
  }
  return sorted;
}

const MIGRATIONS = 'src/cli/upgrade/migrations/';

/** Returns the migrations of the second version that the first one lacks, in order. */
export function newMigrations(git: Git, before: string, after: string): string[] {
  const known = filesAt(git, before);
  return [...filesAt(git, after).keys()]
    .filter((path) => path.startsWith(MIGRATIONS) && !known.has(path))
    .map((path) => path.slice(MIGRATIONS.length, -'.ts'.length))
    .sort();
}

import { filesAt, type Git } from './git.ts';

/** What an upgrade does with the files that differ between two versions of the engine. */
export interface EngineFiles {
  /** Files to change. */
  changed: string[];
  /** Files that the magazine has made its own, and that stay as they are. */
  kept: string[];
}

/** The files of content/ that come with the engine: the guide of editors, unless they have changed it. */
const GUIDE = /^content\/(?:README\.md|REGLES\.md|guide\/.+)$/u;

/**
 * Sorts the files that differ between two versions of the engine. Nothing of content/ is among them but the guide, nor
 * what the magazine has removed.
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

/** The migrations that one version of the engine has and another one lacks, in order. */
export function newMigrations(git: Git, before: string, after: string): string[] {
  const known = filesAt(git, before);
  return [...filesAt(git, after).keys()]
    .filter((path) => path.startsWith(MIGRATIONS) && !known.has(path))
    .map((path) => path.slice(MIGRATIONS.length, -'.ts'.length))
    .sort();
}

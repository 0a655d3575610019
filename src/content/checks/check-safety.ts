import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { extname, join } from 'node:path';
import pMap from 'p-map';
import { cacheFolder } from '#storage/cache-folder.ts';
import type { CheckProcesses } from './check-processes.ts';
import type { ContentFiles } from '#content/files/content-files.ts';
import { digestOfReadingCode } from '#storage/digest.ts';
import { openFileCache } from '#storage/file-cache.ts';
import { stampOf } from '#storage/file-stamp.ts';
import { isPicture, pictureProblems } from '#content/checks/safety/picture-safety.ts';
import type { ContentProblem } from '#model/problems.ts';
import { MOST_TEXT, textProblems } from '#content/checks/safety/text-safety.ts';

const TEXTS = ['.mdx', '.yaml'];
const AT_ONCE = 8;

/** What was found of one file. */
export interface FileSafety {
  problems: ContentProblem[];
  /** Stands for the file as it was found safe; `null` for one that is not, or that nobody need look at again. */
  stamp: string | null;
}

/**
 * Looks at every file of the content folder before anything reads it for what it says: whether it is what its name
 * tells, of a size that a page can have, and hides nothing. One that was found safe is so until it, or this code,
 * changes. Of many small files, reading one after the other is faster than asking for them all.
 *
 * @param root the project's folder
 * @param processes that look at many
 */
export async function checkSafety(
  root: string,
  files: ContentFiles,
  processes?: CheckProcesses,
): Promise<ContentProblem[]> {
  const safe = openFileCache<true>(join(cacheFolder(root), 'safe.table'), digestOfReadingCode(root));
  const left = [...files].flatMap(([path, stats]) => (safe.get(path, safetyStamp(stats)) ? [] : path)).sort();
  const found =
    (await processes?.check({ kind: 'safety', root }, left)) ??
    (await pMap(left, (path) => checkFileSafety(root, path), { concurrency: AT_ONCE }));
  found.forEach(({ stamp }, index) => {
    if (stamp !== null) safe.set(left[index] ?? '', stamp, true);
  });
  safe.saveUsed();
  return found.flatMap(({ problems }) => problems);
}

/**
 * Looks at one file of the content folder.
 *
 * @param path in the content folder
 */
export async function checkFileSafety(root: string, path: string): Promise<FileSafety> {
  const file = `content/${path}`;
  const extension = extname(path).toLowerCase();
  const seen = lstatSync(join(root, file));
  // Whatever its name: a link to a folder would bring in all that the folder holds, unseen.
  if (!seen.isFile()) return { problems: [notAFile(file)], stamp: null };
  if (!TEXTS.includes(extension) && !isPicture(extension)) return { problems: [], stamp: null };
  const problems = await problemsOf(file, join(root, file), seen.size);
  return { problems, stamp: problems.length === 0 ? safetyStamp(seen) : null };
}

/** With the change time, which unlike the modification time no program can set. */
const safetyStamp = (stats: Stats) => `${stampOf(stats)} ${stats.ctimeMs}`;

async function problemsOf(file: string, path: string, size: number): Promise<ContentProblem[]> {
  if (isPicture(extname(path).toLowerCase())) return pictureProblems(file, path, size);
  if (size > MOST_TEXT) return textProblems(file, ' '.repeat(MOST_TEXT + 1));
  return textProblems(file, readFileSync(path, 'utf8'));
}

/** A link may lead out of the magazine, to what nobody meant to publish. */
function notAFile(file: string): ContentProblem {
  return {
    file,
    line: 1,
    column: 1,
    message: 'Ce nom désigne un lien vers un fichier ou un dossier, ou n’est pas un fichier',
    remedy: 'Remplacez-le par une copie du fichier d’origine',
  };
}

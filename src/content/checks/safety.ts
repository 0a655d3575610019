import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { extname, join } from 'node:path';
import pMap from 'p-map';
import { digestOfReadingCode } from '#content/files/code-digest.ts';
import type { ContentFiles } from '#content/files/content-files.ts';
import { type ContentProblem, START } from '#model/problems.ts';
import { cacheFolder } from '#storage/cache-folder.ts';
import { openFileCache } from '#storage/file-cache.ts';
import { stampOf } from '#storage/file-stamp.ts';
import type { CheckPool, FileSafety } from './pool.ts';
import { isPicture, pictureProblems } from './safety/picture-safety.ts';
import { MAX_TEXT, textProblems } from './safety/text-safety.ts';

const TEXTS = ['.mdx', '.yaml'];
/** Number of files read at the same time. */
const CONCURRENCY = 8;

/**
 * Checks that the files of the content folder are safe to read: each has the format of its extension, a reasonable size
 * and no hidden content. A safe file is checked again only when it or this code has changed.
 *
 * @param root the project's folder
 * @param pool checks many files in parallel
 */
export async function checkSafety(
  root: string,
  files: ContentFiles,
  pool?: CheckPool,
): Promise<ContentProblem[]> {
  const safe = openFileCache<true>(join(cacheFolder(root), 'safe.table'), digestOfReadingCode(root));
  const changed = [...files]
    .flatMap(([path, stats]) => (safe.get(path, safetyStamp(stats)) ? [] : path))
    .sort();
  const found =
    (await pool?.check({ kind: 'safety', root }, changed)) ??
    (await pMap(changed, (path) => checkFileSafety(root, path), { concurrency: CONCURRENCY }));
  found.forEach(({ stamp }, index) => {
    if (stamp !== null) safe.set(changed[index] ?? '', stamp, true);
  });
  safe.saveUsed();
  return found.flatMap(({ problems }) => problems);
}

/**
 * Checks that one file is safe to read.
 *
 * @param path relative to the content folder
 */
export async function checkFileSafety(root: string, path: string): Promise<FileSafety> {
  const file = `content/${path}`;
  const extension = extname(path).toLowerCase();
  const seen = lstatSync(join(root, file));
  // Symbolic links are refused: the files of a linked folder would not be checked.
  if (!seen.isFile()) return { problems: [notAFile(file)], stamp: null };
  if (!TEXTS.includes(extension) && !isPicture(extension)) return { problems: [], stamp: null };
  const problems = await problemsOf(file, join(root, file), seen.size);
  return { problems, stamp: problems.length === 0 ? safetyStamp(seen) : null };
}

/**
 * The stamp of a file for the safety check. It includes the change time (ctime), which programs cannot set, unlike the
 * modification time.
 */
const safetyStamp = (stats: Stats) => `${stampOf(stats)} ${stats.ctimeMs}`;

async function problemsOf(file: string, path: string, size: number): Promise<ContentProblem[]> {
  if (isPicture(extname(path).toLowerCase())) return pictureProblems(file, path, size);
  if (size > MAX_TEXT) return textProblems(file, ' '.repeat(MAX_TEXT + 1));
  return textProblems(file, readFileSync(path, 'utf8'));
}

/** A symbolic link may point outside the magazine, to files that must not be published. */
function notAFile(file: string): ContentProblem {
  return {
    file,
    ...START,
    message: 'Ce nom désigne un lien vers un fichier ou un dossier, ou n’est pas un fichier',
    remedy: 'Remplacez-le par une copie du fichier d’origine',
  };
}

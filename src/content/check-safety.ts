import { lstat, readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import pMap from 'p-map';
import { isPicture, pictureProblems } from './picture-safety.ts';
import type { ContentProblem } from './problems.ts';
import { MOST_TEXT, textProblems } from './text-safety.ts';

const TEXTS = ['.mdx', '.yaml'];
const AT_ONCE = 8;

/**
 * Looks at every file of the content folder before anything reads it for what it says: whether it is what its name
 * tells, of a size that a page can have, and hides nothing.
 *
 * @param root the project's folder
 */
export async function checkSafety(root: string): Promise<ContentProblem[]> {
  const content = join(root, 'content');
  const paths = (await readdir(content, { recursive: true, encoding: 'utf8' })).sort();
  const found = await pMap(
    paths,
    async (path) => {
      const file = `content/${path.replaceAll('\\', '/')}`;
      const extension = extname(path).toLowerCase();
      if (!TEXTS.includes(extension) && !isPicture(extension)) return [];
      const seen = await lstat(join(content, path));
      if (seen.isDirectory()) return [];
      if (!seen.isFile()) return [notAFile(file)];
      if (isPicture(extension)) return pictureProblems(file, join(content, path), seen.size);
      if (seen.size > MOST_TEXT) return textProblems(file, ' '.repeat(MOST_TEXT + 1));
      return textProblems(file, await readFile(join(content, path), 'utf8'));
    },
    { concurrency: AT_ONCE },
  );
  return found.flat();
}

/** A link may lead out of the magazine, to what nobody meant to publish. */
function notAFile(file: string): ContentProblem {
  return {
    file,
    line: 1,
    column: 1,
    message: 'Ce nom est un lien vers un autre fichier, ou n’est pas un fichier',
    remedy: 'Mettez à sa place une copie du fichier',
  };
}

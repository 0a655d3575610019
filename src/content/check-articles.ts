import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { articleFolder, articlePath } from './article-records.ts';
import { cacheFolder } from './cache-folder.ts';
import { checkArticle, type KnownNames } from './check-article.ts';
import { digestOf, digestOfReadingCode } from './digest.ts';
import { type KeptTable, openTable } from './kept-table.ts';
import type { ContentProblem } from './problems.ts';

/**
 * Checks every article. One that was found right stays so until its file, the files beside it, the names
 * that it may cite or the checks themselves change.
 *
 * @param root the project's folder
 * @returns the problems, and the names of the articles' folders
 */
export function checkArticles(
  root: string,
  known: KnownNames,
): { problems: ContentProblem[]; slugs: string[] } {
  const names = [[...known.categories], [...known.tags], [...known.authors]];
  const version = digestOf(digestOfReadingCode(root), JSON.stringify(names));
  const right = openTable<true>(join(cacheFolder(root), 'checked.table'), version);
  const slugs = readdirSync(join(root, 'content', 'articles'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const problems = slugs.flatMap((slug) => checkFolder(root, slug, known, right));
  right.save('forget');
  return { problems, slugs };
}

function checkFolder(
  root: string,
  slug: string,
  known: KnownNames,
  right: KeptTable<true>,
): ContentProblem[] {
  const file = articlePath(slug);
  const neighbours = readdirSync(join(root, articleFolder(slug)));
  const stats = statSync(join(root, file), { throwIfNoEntry: false });
  if (!stats) {
    return [
      {
        file,
        line: 1,
        column: 1,
        message: 'Ce dossier n’a pas d’article',
        remedy: 'Nommez le texte « index.mdx », ou retirez le dossier',
      },
    ];
  }
  const stamp = [stats.size, stats.mtimeMs, ...neighbours.sort()].join('/');
  if (right.find(slug, stamp)) return [];
  const text = readFileSync(join(root, file), 'utf8');
  const problems = checkArticle({ file, text, neighbours: new Set(neighbours), known });
  if (problems.length === 0) right.keep(slug, stamp, true);
  return problems;
}

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  articleFolder,
  articlePath,
  type ArticleRecord,
  openArticleCache,
  recordOf,
} from '#content/files/article-records.ts';
import { cacheFolder } from '#storage/cache-folder.ts';
import { checkArticle, type KnownNames } from './check-article.ts';
import type { CheckProcesses } from './check-processes.ts';
import type { ContentFiles } from '#content/files/content-files.ts';
import { digestOf, digestOfReadingCode } from '#storage/digest.ts';
import { filesBelow } from '#storage/files-below.ts';
import { openFileCache } from '#storage/file-cache.ts';
import type { ContentProblem } from '#model/problems.ts';
import { stampOf } from '#storage/file-stamp.ts';
import { unreadableProblems } from '#content/checks/safety/text-safety.ts';

/** What the check of one article's folder found. */
export interface FolderCheck {
  slug: string;
  problems: ContentProblem[];
  /** What was read of it; `null` when there is nothing to read, or something is wrong. */
  read: { stamp: string; record: ArticleRecord } | null;
}

/**
 * Checks every article. One that was found right stays so until its file, the files beside it, the names
 * that it may cite or the checks themselves change. What is read of it on the way is kept, for the build to come.
 *
 * @param root the project's folder
 * @param files of the content folder, and paths of those that are not to be read
 * @param processes that check many
 * @returns the problems, and the names of the articles' folders
 */
export async function checkArticles(
  root: string,
  known: KnownNames,
  { files, unread }: { files: ContentFiles; unread: ReadonlySet<string> },
  processes: CheckProcesses,
): Promise<{ problems: ContentProblem[]; slugs: string[] }> {
  const citable = [[...known.categories], [...known.tags], [...known.authors]];
  const version = digestOf(digestOfReadingCode(root), JSON.stringify(citable));
  const right = openFileCache<true>(join(cacheFolder(root), 'checked.table'), version);
  const records = openArticleCache(root);
  const slugs = readdirSync(join(root, 'content', 'articles'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const stamps = stampsOfFolders(files);
  const left = slugs.filter(
    (slug) => !unread.has(articlePath(slug)) && !right.get(slug, stamps.get(slug) ?? ''),
  );
  const checks =
    (await processes.check({ kind: 'articles', root, known }, left)) ??
    left.map((slug) => checkFolder(root, slug, known));
  for (const { slug, read } of checks) {
    if (!read) continue;
    right.set(slug, stamps.get(slug) ?? '', true);
    records.set(slug, read.stamp, read.record);
  }
  right.saveUsed();
  records.save();
  return { problems: checks.flatMap(({ problems }) => problems), slugs };
}

/** By its slug, the size and time of each article's file, and the names of those beside it. */
function stampsOfFolders(files: ContentFiles): ReadonlyMap<string, string> {
  const names = new Map<string, string[]>();
  for (const file of files.keys()) {
    const [, slug, name] = /^articles\/([^/]+)\/(.+)$/su.exec(file) ?? [];
    if (slug === undefined || name === undefined) continue;
    const beside = names.get(slug);
    if (beside) beside.push(name);
    else names.set(slug, [name]);
  }
  return new Map(
    [...names].flatMap(([slug, beside]) => {
      const article = files.get(`articles/${slug}/index.mdx`);
      return article ? [[slug, [article.size, article.mtimeMs, ...beside.sort()].join('/')]] : [];
    }),
  );
}

/** Checks the folder of one article. */
export function checkFolder(root: string, slug: string, known: KnownNames): FolderCheck {
  const file = articlePath(slug);
  const stats = statSync(join(root, file), { throwIfNoEntry: false });
  if (!stats) {
    const beside = filesBelow(join(root, articleFolder(slug)));
    const text = beside.find((name) => /\.(?:mdx?|markdown|txt|docx?|odt)$/iu.test(name));
    const problem = {
      file,
      line: 1,
      column: 1,
      message: text ? `Le texte « ${text} » n’est pas pris en compte` : 'Ce dossier n’a pas d’article',
      remedy: text?.includes('/')
        ? `Remontez-le dans « content/articles » : un article est un dossier, sans autre dossier autour`
        : 'Nommez le texte « index.mdx », ou supprimez le dossier',
    };
    return { slug, problems: [problem], read: null };
  }
  const neighbours = new Set(readdirSync(join(root, articleFolder(slug))));
  const text = readFileSync(join(root, file), 'utf8');
  // The look at its safety has told why.
  if (unreadableProblems(file, text).length > 0) return { slug, problems: [], read: null };
  const { problems, data, body } = checkArticle({ file, text, neighbours, known });
  if (problems.length > 0) return { slug, problems, read: null };
  return { slug, problems, read: { stamp: stampOf(stats), record: recordOf(slug, text, body, data) } };
}

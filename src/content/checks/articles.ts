import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { articleFolder, articlePath, openArticleCache, recordOf } from '#content/files/article-records.ts';
import { digestOfReadingCode } from '#content/files/code-digest.ts';
import type { ContentFiles } from '#content/files/content-files.ts';
import { createDebug } from 'obug';
import { type ContentProblem, START } from '#model/problems.ts';
import { cacheFolder } from '#storage/cache-folder.ts';
import { digestOf } from '#storage/digest.ts';
import { openFileCache } from '#storage/file-cache.ts';
import { stampOf } from '#storage/file-stamp.ts';
import { filesBelow } from '#storage/files-below.ts';
import { checkArticle, type KnownNames } from './document.ts';
import type { CheckPool, FolderCheck } from './pool.ts';
import { unreadableProblems } from './safety/text-safety.ts';

const debug = createDebug('innovations:checks');

/**
 * Checks all articles. An article without problems is checked again only when one of these changes: its file, the list
 * of files beside it, the names that articles may cite, or the code of the checks. The parsed articles are cached for
 * the build.
 *
 * @param root the project's folder
 * @param content the files of the content folder, and the paths of files that must not be read
 * @param pool checks many articles in parallel
 * @returns the problems, and the slugs of all articles
 */
export async function checkArticles(
  root: string,
  known: KnownNames,
  { files, unread }: { files: ContentFiles; unread: ReadonlySet<string> },
  pool: CheckPool,
): Promise<{ problems: ContentProblem[]; slugs: string[] }> {
  const citable = [[...known.categories], [...known.tags], [...known.authors]];
  const version = digestOf(digestOfReadingCode(root), JSON.stringify(citable));
  const valid = openFileCache<true>(join(cacheFolder(root), 'checked.table'), version);
  const records = openArticleCache(root);
  const slugs = readdirSync(join(root, 'content', 'articles'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const stamps = stampsOfFolders(files);
  const changed = slugs.filter(
    (slug) => !unread.has(articlePath(slug)) && !valid.get(slug, stamps.get(slug) ?? ''),
  );
  debug(
    '%d of %d articles skipped: unchanged and without problems',
    slugs.length - changed.length,
    slugs.length,
  );
  for (const slug of changed) debug('%s: new, changed, or with problems', slug);
  const checks =
    (await pool.check({ kind: 'articles', root, known }, changed)) ??
    changed.map((slug) => checkFolder(root, slug, known));
  for (const { slug, read } of checks) {
    if (!read) continue;
    valid.set(slug, stamps.get(slug) ?? '', true);
    records.set(slug, read.stamp, read.record);
  }
  valid.saveUsed();
  records.save();
  return { problems: checks.flatMap(({ problems }) => problems), slugs };
}

/** Returns, by slug, the stamp of the article's file with the names of the files beside it. */
function stampsOfFolders(files: ContentFiles): ReadonlyMap<string, string> {
  const slugOf = (file: string) => /^articles\/([^/]+)\/./su.exec(file)?.[1] ?? '';
  const stamps = new Map<string, string>();
  for (const [slug, beside] of Map.groupBy([...files.keys()].sort(), slugOf)) {
    const article = files.get(`articles/${slug}/index.mdx`);
    if (article) stamps.set(slug, [stampOf(article), ...beside].join('/'));
  }
  return stamps;
}

/** Checks the folder of one article. */
export function checkFolder(root: string, slug: string, known: KnownNames): FolderCheck {
  const file = articlePath(slug);
  const stats = statSync(join(root, file), { throwIfNoEntry: false });
  if (!stats) return { slug, problems: [missingProblem(root, slug)], read: null };
  const neighbours = new Set(readdirSync(join(root, articleFolder(slug))));
  const text = readFileSync(join(root, file), 'utf8');
  // The safety check has already reported this file.
  if (unreadableProblems(file, text).length > 0) return { slug, problems: [], read: null };
  const { problems, data, body } = checkArticle({ file, text, neighbours, known });
  const read =
    problems.length > 0 ? null : { stamp: stampOf(stats), record: recordOf(slug, text, body, data) };
  return { slug, problems, read };
}

/** The problem to report for an article folder without index.mdx. */
function missingProblem(root: string, slug: string): ContentProblem {
  const beside = filesBelow(join(root, articleFolder(slug)));
  const text = beside.find((name) => /\.(?:mdx?|markdown|txt|docx?|odt)$/iu.test(name));
  return {
    file: articlePath(slug),
    ...START,
    message: text ? `Le texte « ${text} » n’est pas pris en compte` : 'Ce dossier n’a pas d’article',
    remedy: text?.includes('/')
      ? `Remontez-le dans « content/articles » : un article est un dossier, sans autre dossier autour`
      : 'Nommez le texte « index.mdx », ou supprimez le dossier',
  };
}

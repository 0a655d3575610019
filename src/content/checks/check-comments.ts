import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { articlePath } from '#content/files/article-records.ts';
import { parseFields } from '#content/files/parse-fields.ts';
import { checkReference } from './check-reference.ts';
import { commentFileSchema, commentId } from '#model/comment-schema.ts';
import type { ContentProblem } from '#model/problems.ts';

/**
 * Checks the approved comments: each is in the folder of an existing article, its file is named by its id, and it
 * replies to an existing comment.
 *
 * @param root the project's folder
 * @param articles slugs of the articles
 * @param unread paths of files that must not be read
 */
export async function checkComments(
  root: string,
  articles: readonly string[],
  unread: ReadonlySet<string> = new Set(),
): Promise<ContentProblem[]> {
  const folder = join(root, 'content', 'comments');
  if (!existsSync(folder)) return [];
  const problems: ContentProblem[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(folder, entry.name);
    const names = (await readdir(path)).filter((name) => name.endsWith('.yaml')).sort();
    const renamed = articles.includes(entry.name) ? undefined : renamedTo(root, articles, entry.name);
    const ids = names.map((name) => name.replace(/\.yaml$/u, ''));
    for (const name of names) {
      const file = relative(root, join(path, name)).replaceAll('\\', '/');
      if (unread.has(file)) continue;
      const text = await readFile(join(path, name), 'utf8');
      problems.push(...checkComment({ file, text, article: entry.name, articles, ids, renamed }));
    }
  }
  return problems;
}

/** The article that has the address of this old slug among its aliases. */
function renamedTo(root: string, articles: readonly string[], old: string): string | undefined {
  return articles.find((slug) => {
    const path = join(root, articlePath(slug));
    return existsSync(path) && readFileSync(path, 'utf8').includes(`- /articles/${old}/\n`);
  });
}

function checkComment({
  file,
  text,
  article,
  articles,
  ids,
  renamed,
}: {
  file: string;
  text: string;
  article: string;
  articles: readonly string[];
  ids: readonly string[];
  /** The new slug of the article, when its folder was renamed. */
  renamed: string | undefined;
}): ContentProblem[] {
  const start = { line: 1, column: 1 };
  const id = file.replace(/^.*\/|\.yaml$/gu, '');
  const { data, problems, source } = parseFields(commentFileSchema, text, file);
  const named = commentId.safeParse(id).success
    ? []
    : [
        {
          file,
          ...start,
          message: `« ${id} » n’est pas un nom de commentaire`,
          remedy: 'Conservez le nom donné par « npm run comments », par exemple 2026-11-24-1a2b3c4d.yaml',
        },
      ];
  const reply = data?.replyTo
    ? checkReference(
        'comment',
        data.replyTo,
        ids.filter((other) => other !== id),
        file,
        source.placeOfValue(['replyTo']),
        `content/comments/${article}/`,
      )
    : [];
  return [
    ...problems,
    ...named,
    ...checkReference('article', article, articles, file, start).map((problem) => ({
      ...problem,
      remedy: renamed
        ? `Il s’appelle « ${renamed} » maintenant : renommez aussi « content/comments/${article} »`
        : `S’il a été renommé, renommez aussi « content/comments/${article} » ; s’il a été supprimé, supprimez ce dossier`,
    })),
    ...reply,
  ];
}

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { articlePath } from '#content/files/article-records.ts';
import { slugsIn } from '#content/files/content-file.ts';
import { parseFields } from '#content/files/parse-fields.ts';
import { checkReference } from './reference.ts';
import { reportTo } from './report.ts';
import { commentFileSchema, commentId } from '#model/comment-schema.ts';
import { type ContentProblem, START } from '#model/problems.ts';

/**
 * Checks the approved comments: each is in the folder of an existing article, its file is named by its id, and it
 * replies to an existing comment.
 *
 * @param root the project's folder
 * @param articles slugs of the articles
 * @param unread paths of files that must not be read
 */
export function checkComments(
  root: string,
  articles: readonly string[],
  unread: ReadonlySet<string> = new Set(),
): ContentProblem[] {
  const problems: ContentProblem[] = [];
  for (const article of slugsIn(root, 'content/comments', '')) {
    const folder = `content/comments/${article}`;
    if (!statSync(join(root, folder)).isDirectory()) continue;
    const ids = slugsIn(root, folder, '.yaml');
    const renamed = articles.includes(article) ? undefined : renamedTo(root, articles, article);
    const remedy = renamed
      ? `Il s’appelle « ${renamed} » maintenant : renommez aussi « ${folder} »`
      : `S’il a été renommé, renommez aussi « ${folder} » ; s’il a été supprimé, supprimez ce dossier`;
    for (const id of ids) {
      const file = `${folder}/${id}.yaml`;
      if (unread.has(file)) continue;
      const parsed = parseFields(commentFileSchema, readFileSync(join(root, file), 'utf8'), file);
      problems.push(...parsed.problems);
      const report = reportTo(problems, file);
      if (!commentId.safeParse(id).success)
        report(
          START,
          `« ${id} » n’est pas un nom de commentaire`,
          'Conservez le nom donné par « npm run comments », par exemple 2026-11-24-1a2b3c4d.yaml',
        );
      checkReference(['article', article], articles, START, report, remedy);
      const replyTo = parsed.data?.replyTo;
      if (replyTo)
        checkReference(
          ['comment', replyTo],
          ids.filter((other) => other !== id),
          parsed.source.placeOfValue(['replyTo']),
          report,
          `Corrigez le nom, ou ajoutez-le dans ${folder}/`,
        );
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

import type { KnownArticles } from '#comments/service/known-articles.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { findComments } from '#comments/store/queries/comments.ts';
import type { JournalEntry } from '#comments/store/queries/journal.ts';
import type { Subjects } from './html/journal-page.ts';

/** Finds the comments that these journal entries are about, except erased ones. */
export async function findSubjects(
  database: Database,
  articles: KnownArticles,
  entries: readonly JournalEntry[],
): Promise<Subjects> {
  const ids = new Map<string, string>();
  for (const { subject, details } of entries) ids.set(subject, String(details?.['to'] ?? subject));
  if (ids.size === 0) return new Map();
  const reports = await database
    .selectFrom('reports')
    .select(['id', 'comment'])
    .where('id', 'in', [...ids.keys()])
    .execute();
  for (const { id, comment } of reports) ids.set(id, comment);
  const comments = await findComments(database, [...new Set(ids.values())]);
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const subjects = [...ids].flatMap(([id, about]) => {
    const found = byId.get(about);
    if (!found || found.state === 'erased') return [];
    const { name, article } = found;
    return [[id, { comment: about, name, article: articles.get(article)?.title ?? article }] as const];
  });
  return new Map(subjects);
}

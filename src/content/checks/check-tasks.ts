import type { ArticleRecord } from '#content/files/article-records.ts';
import type { ContentProblem } from '#model/problems.ts';
import type { KnownNames } from './check-article.ts';

/** The result of checking one file. */
export interface FileSafety {
  problems: ContentProblem[];
  /** The stamp of a safe file; `null` when it has problems, or when its kind is not checked. */
  stamp: string | null;
}

/** The result of checking one article's folder. */
export interface FolderCheck {
  slug: string;
  problems: ContentProblem[];
  /** The parsed article; `null` when it is missing or has problems. */
  read: { stamp: string; record: ArticleRecord } | null;
}

/** A task for a worker process: to check files by path in the content folder, or articles by slug. */
export type CheckTask = { root: string; names: readonly string[] } & (
  { kind: 'safety' } | { kind: 'articles'; known: KnownNames }
);

export type CheckAnswer<Kind extends CheckTask['kind']> = { safety: FileSafety; articles: FolderCheck }[Kind];

import type { KnownNames } from './check-article.ts';
import { checkFolder, type FolderCheck } from './check-articles.ts';
import { checkFileSafety, type FileSafety } from './check-safety.ts';

/** A task of a worker process: to check files by their paths in the content folder, or articles by their slugs. */
export type CheckTask = { root: string; names: readonly string[] } & (
  { kind: 'safety' } | { kind: 'articles'; known: KnownNames }
);

export type CheckAnswer<Kind extends CheckTask['kind']> = { safety: FileSafety; articles: FolderCheck }[Kind];

process.on('message', (task) => {
  void check(task as CheckTask).then((answers) => process.send?.(answers));
});

async function check(task: CheckTask): Promise<(FileSafety | FolderCheck)[]> {
  const { root, names } = task;
  if (task.kind === 'articles') return names.map((slug) => checkFolder(root, slug, task.known));
  const found: FileSafety[] = [];
  for (const path of names) found.push(await checkFileSafety(root, path));
  return found;
}

import { checkFolder } from './articles.ts';
import { checkFileSafety } from './safety.ts';
import type { CheckTask, FileSafety, FolderCheck } from './pool.ts';

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
